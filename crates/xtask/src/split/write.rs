//! The two modules, written.

use super::choose::Choice;
use super::read::Whole;
use super::{NAMESPACE, damaged, data};
use crate::command::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, ImportSection, Instruction, Module, TableSection, TypeSection,
};
use wasmparser::{self, Operator, Parser, Payload};

/// Functions under their new numbers, of one of the modules.
struct Numbers<'a> {
    numbers: BTreeMap<u32, u32>,
    whole: &'a Whole<'a>,
    /// Where a function of the other module stands in the table.
    elsewhere: BTreeMap<u32, u32>,
    /// How long table 0 becomes, if this is the module that has it.
    table: Option<u32>,
}

type Done<T = ()> = std::result::Result<T, Error<String>>;

impl Reencode for Numbers<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Done<u32> {
        let other = || Error::UserError(format!("function {function} is on the other side"));
        self.numbers.get(&function).copied().ok_or_else(other)
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: wasmparser::FunctionBody<'_>) -> Done {
        let mut out = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let operator = operators.read()?;
            let away = match &operator {
                Operator::Call { function_index } => {
                    self.elsewhere.get(function_index).map(|slot| (function_index, slot))
                }
                _ => None,
            };
            if let Some((function, slot)) = away {
                let type_index = self.whole.types.get(*function as usize).copied().unwrap_or_default();
                out.instruction(&Instruction::I32Const(*slot as i32));
                out.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
            } else {
                out.instruction(&self.instruction(operator)?);
            }
        }
        code.function(&out);
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Done {
        for (at, table) in section.into_iter().enumerate() {
            let mut table = table?;
            if let (0, Some(length)) = (at, self.table) {
                table.ty.initial = table.ty.initial.max(u64::from(length));
                table.ty.maximum = table.ty.maximum.map(|most| most.max(table.ty.initial));
            }
            self.parse_table(tables, table)?;
        }
        Ok(())
    }
}

/// First and second module.
pub(super) fn write(
    whole: &Whole,
    choice: &Choice,
    moved: &[Range<u32>],
    module: &[u8],
) -> Result<(Vec<u8>, Vec<u8>)> {
    if whole.counts.tables == 0 || whole.counts.memories == 0 {
        return Err(damaged("it has no table or no memory"));
    }
    let wanted: Vec<u32> = choice
        .late
        .iter()
        .filter_map(|f| whole.called(*f))
        .flatten()
        .copied()
        .filter(|f| !choice.late.contains(f))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let first = first(whole, choice, moved, module, &wanted).map_err(damaged)?;
    let late = late(whole, choice, moved, &first, &wanted, module).map_err(damaged)?;
    Ok((first, late))
}

/// The short name under which the first module gives out one of its functions, or another of its things.
fn given(sort: char, at: usize) -> String {
    format!("{sort}{at:x}")
}

fn first(
    whole: &Whole,
    choice: &Choice,
    moved: &[Range<u32>],
    module: &[u8],
    wanted: &[u32],
) -> Done<Vec<u8>> {
    let stays = (0..whole.types.len() as u32).filter(|f| !choice.late.contains(f));
    let mut numbers = Numbers {
        numbers: stays.clone().zip(0..).collect(),
        whole,
        elsewhere: choice.slots.iter().map(|(slot, function)| (*function, *slot)).collect(),
        table: Some(choice.table),
    };
    let mut out = Module::new();
    let mut code = CodeSection::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                let mut types = TypeSection::new();
                numbers.parse_type_section(&mut types, section)?;
                out.section(&types);
            }
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                numbers.parse_import_section(&mut imports, section)?;
                out.section(&imports);
            }
            Payload::FunctionSection(_) => {
                let mut functions = FunctionSection::new();
                stays.clone().filter(|f| *f >= whole.imported).for_each(|f| {
                    functions.function(whole.types[f as usize]);
                });
                out.section(&functions);
            }
            Payload::TableSection(section) => {
                let mut tables = TableSection::new();
                numbers.parse_table_section(&mut tables, section)?;
                out.section(&tables);
            }
            Payload::MemorySection(section) => {
                let mut memories = wasm_encoder::MemorySection::new();
                numbers.parse_memory_section(&mut memories, section)?;
                out.section(&memories);
            }
            Payload::TagSection(section) => {
                let mut tags = wasm_encoder::TagSection::new();
                numbers.parse_tag_section(&mut tags, section)?;
                out.section(&tags);
            }
            Payload::GlobalSection(section) => {
                let mut globals = wasm_encoder::GlobalSection::new();
                numbers.parse_global_section(&mut globals, section)?;
                out.section(&globals);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                numbers.parse_export_section(&mut exports, section)?;
                give(whole, wanted, &mut numbers, &mut exports)?;
                out.section(&exports);
            }
            Payload::StartSection { func, .. } => {
                out.section(&wasm_encoder::StartSection { function_index: numbers.function_index(func)? });
            }
            Payload::ElementSection(section) => {
                let mut elements = ElementSection::new();
                let stay = whole.slots.iter().copied().filter(|(_, f)| !choice.late.contains(f));
                fill(stay, &mut numbers, &mut elements)?;
                for element in section {
                    let element = element?;
                    if !matches!(
                        element.kind,
                        wasmparser::ElementKind::Active { table_index: None | Some(0), .. }
                    ) {
                        numbers.parse_element(&mut elements, element)?;
                    }
                }
                out.section(&elements);
            }
            Payload::DataCountSection { count, .. } => {
                out.section(&wasm_encoder::DataCountSection { count });
            }
            Payload::CodeSectionEntry(_) if code.is_empty() => {
                for f in stays.clone().filter(|f| *f >= whole.imported) {
                    numbers.parse_function_body(
                        &mut code,
                        whole.bodies[(f - whole.imported) as usize].clone(),
                    )?;
                }
                out.section(&code);
            }
            Payload::DataSection(section) => {
                if section.count() as usize != whole.memory.len() {
                    return Err(Error::UserError("some of its data wait for an order".into()));
                }
                let mut data = DataSection::new();
                for (start, bytes) in &whole.memory {
                    let left = data::without(*start, bytes, moved);
                    data.active(0, &ConstExpr::i32_const(*start as i32), left);
                }
                out.section(&data);
            }
            _ => {}
        }
    }
    Ok(out.finish())
}

/// Gives the second module what it wants.
fn give(whole: &Whole, wanted: &[u32], numbers: &mut Numbers, exports: &mut ExportSection) -> Done {
    for (at, function) in wanted.iter().enumerate() {
        exports.export(&given('f', at), ExportKind::Func, numbers.function_index(*function)?);
    }
    let counts = whole.counts;
    let things = [
        ('t', ExportKind::Table, counts.tables),
        ('m', ExportKind::Memory, counts.memories),
        ('g', ExportKind::Global, counts.globals),
        ('e', ExportKind::Tag, counts.tags),
    ];
    for (sort, kind, count) in things {
        for at in 0..count {
            exports.export(&given(sort, at as usize), kind, at);
        }
    }
    Ok(())
}

/// Writes slots of table 0 as runs.
fn fill(
    slots: impl Iterator<Item = (u32, u32)>,
    numbers: &mut Numbers,
    elements: &mut ElementSection,
) -> Done {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        let function = numbers.function_index(function)?;
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &ConstExpr::i32_const(start as i32), Elements::Functions(run.into()));
    }
    Ok(())
}

fn late(
    whole: &Whole,
    choice: &Choice,
    moved: &[Range<u32>],
    first: &[u8],
    wanted: &[u32],
    module: &[u8],
) -> Done<Vec<u8>> {
    let mut imports = ImportSection::new();
    for (at, function) in wanted.iter().enumerate() {
        imports.import(NAMESPACE, &given('f', at), EntityType::Function(whole.types[*function as usize]));
    }
    things(first, &mut imports)?;
    let ours = (wanted.len() as u32..).zip(&choice.late).map(|(number, function)| (*function, number));
    let mut numbers = Numbers {
        numbers: wanted.iter().copied().zip(0..).chain(ours).collect(),
        whole,
        elsewhere: BTreeMap::new(),
        table: None,
    };
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::TypeSection(section) = payload? {
            let mut types = TypeSection::new();
            numbers.parse_type_section(&mut types, section)?;
            out.section(&types);
        }
    }
    out.section(&imports);
    let mut functions = FunctionSection::new();
    choice.late.iter().for_each(|f| {
        functions.function(whole.types[*f as usize]);
    });
    out.section(&functions);
    let mut elements = ElementSection::new();
    fill(choice.slots.iter().map(|(slot, f)| (*slot, *f)), &mut numbers, &mut elements)?;
    out.section(&elements);
    let mut code = CodeSection::new();
    for f in &choice.late {
        numbers.parse_function_body(&mut code, whole.bodies[(f - whole.imported) as usize].clone())?;
    }
    out.section(&code);
    let mut data = DataSection::new();
    for range in moved {
        let bytes = (range.start..range.end).map(|at| whole.byte(at).unwrap_or(0));
        data.active(0, &ConstExpr::i32_const(range.start as i32), bytes);
    }
    out.section(&data);
    Ok(out.finish())
}

/// Imports every table, memory, global and tag of the first module, in its order, so that their numbers are the same.
fn things(first: &[u8], imports: &mut ImportSection) -> Done {
    let mut same = RoundtripReencoder;
    let wrong = |e: Error| Error::UserError(e.to_string());
    let mut count = [0; 4];
    let mut add = |imports: &mut ImportSection, at: usize, sort: char, entity: EntityType| {
        imports.import(NAMESPACE, &given(sort, count[at]), entity);
        count[at] += 1;
    };
    for payload in Parser::new(0).parse_all(first) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let entity = utils::entity_type(&mut same, import?.ty).map_err(wrong)?;
                    match entity {
                        EntityType::Table(_) => add(imports, 0, 't', entity),
                        EntityType::Memory(_) => add(imports, 1, 'm', entity),
                        EntityType::Global(_) => add(imports, 2, 'g', entity),
                        EntityType::Tag(_) => add(imports, 3, 'e', entity),
                        _ => {}
                    }
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    let table = same.table_type(table?.ty).map_err(wrong)?;
                    add(imports, 0, 't', EntityType::Table(table));
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    let memory = same.memory_type(memory?).map_err(wrong)?;
                    add(imports, 1, 'm', EntityType::Memory(memory));
                }
            }
            Payload::TagSection(section) => {
                for tag in section {
                    let tag = same.tag_type(tag?).map_err(wrong)?;
                    add(imports, 3, 'e', EntityType::Tag(tag));
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    let global = same.global_type(global?.ty).map_err(wrong)?;
                    add(imports, 2, 'g', EntityType::Global(global));
                }
            }
            _ => {}
        }
    }
    Ok(())
}
