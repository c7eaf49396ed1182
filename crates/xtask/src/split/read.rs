//! What parting needs to know of a module.

use super::damaged;
use crate::command::Result;
use std::collections::{BTreeSet, HashMap, VecDeque};
use wasmparser::{
    BinaryReaderError, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name,
    Operator, Parser, Payload, TypeRef,
};

/// What reading bytes gives.
type Read<T> = std::result::Result<T, BinaryReaderError>;

/// So many operators before a call may push its arguments.
const MOST_ARGUMENTS: usize = 12;

/// An operator that was read a little while ago.
#[derive(PartialEq, Eq)]
enum Recent {
    Constant(u32),
    Parameter,
    Other,
}

impl Recent {
    fn constant(&self) -> Option<u32> {
        if let Self::Constant(value) = self { Some(*value) } else { None }
    }
}

/// A module, read.
#[derive(Default)]
pub(super) struct Whole<'a> {
    /// How many functions are imported; they come first in the numbering.
    pub imported: u32,
    /// How many parameters every type of function has.
    pub parameters: Vec<u32>,
    /// The type of every function, by its number.
    pub types: Vec<u32>,
    /// The functions that are not imported, in order.
    pub bodies: Vec<Body<'a>>,
    /// Names of functions, as wasm-bindgen writes them, without hashes of crates.
    pub names: HashMap<u32, String>,
    /// Memory as it begins: address and bytes.
    pub memory: Vec<(u32, &'a [u8])>,
    /// Functions that must stay: exported, the start, or given out as a reference.
    pub pinned: BTreeSet<u32>,
    /// Table 0: slot and function.
    pub slots: Vec<(u32, u32)>,
    /// Its tables, memories, globals and tags, each sort in the order of its numbers, imports among them.
    pub things: Vec<TypeRef>,
}

/// A function that is not imported.
pub(super) struct Body<'a> {
    /// Its code.
    pub code: FunctionBody<'a>,
    /// Whom it calls by number.
    pub calls: BTreeSet<u32>,
    /// The numbers that it has as constants: addresses among them.
    pub constants: BTreeSet<u32>,
    /// With which types it calls what one of its parameters names by its place in the table.
    pub place_types: BTreeSet<u32>,
    /// Every call, with what may be its arguments.
    pub given: Vec<Given>,
}

/// A call of a function by number, and what stands right before it.
pub(super) struct Given {
    /// The function.
    pub to: u32,
    /// Constants.
    pub constants: Vec<u32>,
}

/// `take[8da92e2424a3d8db]::cite` is `take::cite`.
fn without_hashes(name: &str) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once(']') {
            Some((hash, tail)) if is_hash(hash) => rest = tail,
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out + rest
}

impl<'a> Whole<'a> {
    /// Reads a module.
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut whole = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            whole.take(payload.map_err(damaged)?).map_err(damaged)??;
        }
        Ok(whole)
    }

    fn take(&mut self, payload: Payload<'a>) -> Read<Result> {
        match payload {
            Payload::TypeSection(section) => {
                for of in section.into_iter_err_on_gc_types() {
                    self.parameters.push(of?.params().len() as u32);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    match import?.ty {
                        TypeRef::Func(of) | TypeRef::FuncExact(of) => {
                            self.imported += 1;
                            self.types.push(of);
                        }
                        thing => self.things.push(thing),
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for of in section {
                    self.types.push(of?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.things.push(TypeRef::Table(table?.ty));
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.things.push(TypeRef::Memory(memory?));
                }
            }
            Payload::TagSection(section) => {
                for tag in section {
                    self.things.push(TypeRef::Tag(tag?));
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.things.push(TypeRef::Global(global?.ty));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.pinned.insert(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => {
                self.pinned.insert(func);
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    let ElementItems::Functions(functions) = element.items else {
                        return Ok(Err(damaged("its table is filled by expressions")));
                    };
                    let functions: Vec<u32> = functions.into_iter().collect::<Read<_>>()?;
                    match element.kind {
                        ElementKind::Active { table_index: None | Some(0), offset_expr } => {
                            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                            else {
                                return Ok(Err(damaged("its table is filled from a computed place")));
                            };
                            self.slots.extend((value as u32..).zip(functions));
                        }
                        _ => self.pinned.extend(functions),
                    }
                }
            }
            Payload::CodeSectionEntry(code) => {
                let body = self.body_of(code)?;
                self.bodies.push(body);
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    if let DataKind::Active { offset_expr, .. } = data.kind
                        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    {
                        self.memory.push((value as u32, data.data));
                    }
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                self.names.insert(naming.index, without_hashes(naming.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(Ok(()))
    }

    /// What the next function's code does, as far as parting asks.
    fn body_of(&mut self, code: FunctionBody<'a>) -> Read<Body<'a>> {
        let parameters = self.parameters(self.imported + self.bodies.len() as u32);
        let (mut calls, mut constants) = (BTreeSet::new(), BTreeSet::new());
        let (mut place_types, mut given, mut recent) = (BTreeSet::new(), Vec::new(), VecDeque::new());
        for operator in code.get_operators_reader()? {
            let mut now = Recent::Other;
            match operator? {
                Operator::LocalGet { local_index } if local_index < parameters => now = Recent::Parameter,
                Operator::CallIndirect { type_index, .. } if recent.back() == Some(&Recent::Parameter) => {
                    place_types.insert(type_index);
                }
                Operator::Call { function_index: to } | Operator::ReturnCall { function_index: to } => {
                    calls.insert(to);
                    given.push(Given { to, constants: recent.iter().filter_map(Recent::constant).collect() });
                }
                Operator::I32Const { value } => {
                    constants.insert(value as u32);
                    now = Recent::Constant(value as u32);
                }
                Operator::RefFunc { function_index } => {
                    self.pinned.insert(function_index);
                }
                _ => {}
            }
            recent.push_back(now);
            if recent.len() > MOST_ARGUMENTS {
                recent.pop_front();
            }
        }
        Ok(Body { code, calls, constants, place_types, given })
    }

    /// The numbers of the functions that have bodies.
    pub fn defined(&self) -> std::ops::Range<u32> {
        self.imported..self.imported + self.bodies.len() as u32
    }

    /// What stands in memory at an address, as it begins; nothing outside of what the module fills.
    pub fn word(&self, at: u32) -> Option<u32> {
        self.memory.first().filter(|(start, _)| *start <= at)?;
        self.memory.last().filter(|(start, bytes)| at < start + bytes.len() as u32)?;
        // Runs of zeros are left out of a module.
        Some(u32::from_le_bytes([0, 1, 2, 3].map(|place| self.byte(at + place).unwrap_or(0))))
    }

    /// The byte that the module puts at an address.
    pub fn byte(&self, at: u32) -> Option<u8> {
        let (start, bytes) = self.memory.iter().rev().find(|(start, _)| *start <= at)?;
        bytes.get((at - start) as usize).copied()
    }

    /// A function that is not imported.
    pub fn body(&self, function: u32) -> Option<&Body<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// Whom a function calls by number.
    pub fn called(&self, function: u32) -> impl Iterator<Item = u32> {
        self.body(function).into_iter().flat_map(|body| body.calls.iter().copied())
    }

    /// How many parameters a function has.
    fn parameters(&self, function: u32) -> u32 {
        let of = self.types.get(function as usize).and_then(|of| self.parameters.get(*of as usize));
        of.copied().unwrap_or(0)
    }
}
