//! What parting needs to know of a module.

use super::damaged;
use crate::command::Result;
use std::collections::{BTreeSet, HashMap};
use wasmparser::{
    BinaryReaderError, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name,
    Operator, Parser, Payload, TypeRef,
};

/// What reading bytes gives.
type Read<T> = std::result::Result<T, BinaryReaderError>;

/// A module, read.
#[derive(Default)]
pub(super) struct Whole<'a> {
    /// How many functions are imported; they come first in the numbering.
    pub imported: u32,
    /// The type of every function, by its number.
    pub types: Vec<u32>,
    /// The bodies of functions that are not imported, in order.
    pub bodies: Vec<FunctionBody<'a>>,
    /// Names of functions, as wasm-bindgen writes them, without hashes of crates.
    pub names: HashMap<u32, String>,
    /// Whom each body calls by number.
    pub calls: Vec<BTreeSet<u32>>,
    /// The numbers that each body has as constants: addresses among them.
    pub constants: Vec<BTreeSet<u32>>,
    /// Those of them that nothing is computed with at once: they may be a function's place in the table.
    pub handed: Vec<BTreeSet<u32>>,
    /// Memory as it begins: address and bytes.
    pub memory: Vec<(u32, &'a [u8])>,
    /// Functions that must stay: exported, the start, or given out as a reference.
    pub pinned: BTreeSet<u32>,
    /// Table 0: slot and function.
    pub slots: Vec<(u32, u32)>,
    /// How many of each there are, imports included.
    pub counts: Counts,
}

/// How many tables, memories, globals and tags a module has.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub tables: u32,
    pub memories: u32,
    pub globals: u32,
    pub tags: u32,
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

/// Whether an operator computes with the number on top of the stack, which is then no function's place in the table.
fn computes(operator: &Operator) -> bool {
    use Operator::*;
    matches!(
        operator,
        I32Add
            | I32Sub
            | I32Mul
            | I32DivU
            | I32DivS
            | I32RemU
            | I32RemS
            | I32And
            | I32Or
            | I32Xor
            | I32Shl
            | I32ShrU
            | I32ShrS
            | I32Rotl
            | I32Rotr
            | I32Eq
            | I32Ne
            | I32LtU
            | I32LtS
            | I32LeU
            | I32LeS
            | I32GtU
            | I32GtS
            | I32GeU
            | I32GeS
            | I32Store8 { .. }
            | I32Store16 { .. }
            | I32Load { .. }
            | I32Load8U { .. }
            | I64ExtendI32U
            | I64ExtendI32S
            | MemoryCopy { .. }
            | MemoryFill { .. }
    )
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
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    match import?.ty {
                        TypeRef::Func(of) | TypeRef::FuncExact(of) => {
                            self.imported += 1;
                            self.types.push(of);
                        }
                        TypeRef::Table(_) => self.counts.tables += 1,
                        TypeRef::Memory(_) => self.counts.memories += 1,
                        TypeRef::Global(_) => self.counts.globals += 1,
                        TypeRef::Tag(_) => self.counts.tags += 1,
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for of in section {
                    self.types.push(of?);
                }
            }
            Payload::TableSection(section) => self.counts.tables += section.count(),
            Payload::MemorySection(section) => self.counts.memories += section.count(),
            Payload::GlobalSection(section) => self.counts.globals += section.count(),
            Payload::TagSection(section) => self.counts.tags += section.count(),
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
            Payload::CodeSectionEntry(body) => {
                let (mut calls, mut constants, mut handed) =
                    (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
                let mut last = None;
                let mut operators = body.get_operators_reader()?;
                while !operators.eof() {
                    let operator = operators.read()?;
                    handed.extend(last.take().filter(|_| !computes(&operator)));
                    match operator {
                        Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                            calls.insert(function_index);
                        }
                        Operator::I32Const { value } => {
                            constants.insert(value as u32);
                            last = Some(value as u32);
                        }
                        Operator::RefFunc { function_index } => {
                            self.pinned.insert(function_index);
                        }
                        _ => {}
                    }
                }
                self.bodies.push(body);
                self.calls.push(calls);
                self.constants.push(constants);
                self.handed.push(handed);
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

    /// The constants of a function.
    pub fn constants(&self, function: u32) -> Option<&BTreeSet<u32>> {
        self.constants.get(function.checked_sub(self.imported)? as usize)
    }

    /// The numbers of a function that may be functions' places in the table.
    pub fn handed(&self, function: u32) -> Option<&BTreeSet<u32>> {
        self.handed.get(function.checked_sub(self.imported)? as usize)
    }

    /// Whom a function calls by number.
    pub fn called(&self, function: u32) -> Option<&BTreeSet<u32>> {
        self.calls.get(function.checked_sub(self.imported)? as usize)
    }
}
