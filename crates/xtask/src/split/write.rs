//! The two modules, written.

use super::choose::Choice;
use super::read::Whole;
use super::{NAMESPACE, damaged, data};
use crate::command::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, ImportSection, Instruction, Module, TableSection, TypeSection,
};
use wasmparser::{ElementKind, Operator, Parser, Payload, TypeRef};

type Done<T = ()> = std::result::Result<T, Error<String>>;

/// First and second module.
pub(super) fn write(
    whole: &Whole,
    choice: &Choice,
    moved: &[Range<u32>],
    module: &[u8],
) -> Result<(Vec<u8>, Vec<u8>)> {
    let has = |is: fn(&TypeRef) -> bool| whole.things.iter().any(is);
    if !has(|thing| matches!(thing, TypeRef::Table(_))) || !has(|thing| matches!(thing, TypeRef::Memory(_))) {
        return Err(damaged("it has no table or no memory"));
    }
    let called = choice.late.iter().flat_map(|f| whole.called(*f));
    let wanted: BTreeSet<u32> = called.filter(|f| !choice.late.contains(f)).collect();
    let wanted: Vec<u32> = wanted.into_iter().collect();
    let mut first = First {
        numbers: (0..whole.types.len() as u32).filter(|f| !choice.late.contains(f)).zip(0..).collect(),
        elsewhere: choice.slots.iter().map(|(slot, function)| (*function, *slot)).collect(),
        wanted: &wanted,
        whole,
        choice,
        moved,
    };
    let mut out = Module::new();
    first.parse_core_module(&mut out, Parser::new(0), module).map_err(damaged)?;
    let late = late(whole, choice, moved, &wanted, module).map_err(damaged)?;
    Ok((out.finish(), late))
}

/// Copies a module without what moves, and with more exports.
struct First<'a> {
    /// The new numbers of the functions that stay.
    numbers: BTreeMap<u32, u32>,
    /// Where in the table the others stand.
    elsewhere: BTreeMap<u32, u32>,
    /// The functions that the second module wants.
    wanted: &'a [u32],
    whole: &'a Whole<'a>,
    choice: &'a Choice,
    moved: &'a [Range<u32>],
}

impl Reencode for First<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Done<u32> {
        renumbered(&self.numbers, function)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Done {
        let stay = self.whole.defined().filter(|f| !self.choice.late.contains(f));
        declare(self.whole, stay, functions);
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Done {
        for (at, table) in section.into_iter().enumerate() {
            let mut table = table?;
            if at == 0 {
                table.ty = lengthened(table.ty, self.choice.table);
            }
            self.parse_table(tables, table)?;
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        for (at, function) in self.wanted.iter().enumerate() {
            exports.export(&given('f', at), ExportKind::Func, renumbered(&self.numbers, *function)?);
        }
        for (name, kind, number, _) in things(self.whole) {
            exports.export(&name, kind, number);
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: wasmparser::ElementSectionReader<'_>,
    ) -> Done {
        let stay = self.whole.slots.iter().copied().filter(|(_, f)| !self.choice.late.contains(f));
        fill(stay, &self.numbers, elements)?;
        for element in section {
            let element = element?;
            if !matches!(element.kind, ElementKind::Active { table_index: None | Some(0), .. }) {
                self.parse_element(elements, element)?;
            }
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: wasmparser::CodeSectionReader<'_>) -> Done {
        for (function, body) in self.whole.defined().zip(&self.whole.bodies) {
            if !self.choice.late.contains(&function) {
                self.parse_function_body(code, body.code.clone())?;
            }
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: wasmparser::FunctionBody<'_>) -> Done {
        let mut out = self.new_function_with_parsed_locals(&body)?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Operator::Call { function_index: to } = operator
                && let Some(slot) = self.elsewhere.get(&to)
            {
                out.instruction(&Instruction::I32Const(*slot as i32));
                let type_index = self.whole.types.get(to as usize).copied().unwrap_or_default();
                out.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
            } else {
                out.instruction(&self.instruction(operator)?);
            }
        }
        code.function(&out);
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        section: wasmparser::DataSectionReader<'_>,
    ) -> Done {
        if section.count() as usize != self.whole.memory.len() {
            return Err(Error::UserError("some of its data wait for an order".into()));
        }
        for (start, bytes) in &self.whole.memory {
            data.active(0, &at(*start), data::without(*start, bytes, self.moved));
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: wasmparser::CustomSectionReader<'_>) -> Done {
        Ok(())
    }
}

/// Copies functions of the second module.
struct Late(BTreeMap<u32, u32>);

impl Reencode for Late {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Done<u32> {
        renumbered(&self.0, function)
    }
}

fn late(
    whole: &Whole,
    choice: &Choice,
    moved: &[Range<u32>],
    wanted: &[u32],
    module: &[u8],
) -> Done<Vec<u8>> {
    let mut late = Late(wanted.iter().chain(&choice.late).copied().zip(0..).collect());
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::TypeSection(section) = payload? {
            let mut types = TypeSection::new();
            late.parse_type_section(&mut types, section)?;
            out.section(&types);
        }
    }
    let mut imports = ImportSection::new();
    for (at, function) in wanted.iter().enumerate() {
        let of = whole.types.get(*function as usize).copied().unwrap_or_default();
        imports.import(NAMESPACE, &given('f', at), EntityType::Function(of));
    }
    for (name, kind, number, thing) in things(whole) {
        let thing = match thing {
            TypeRef::Table(table) if (kind, number) == (ExportKind::Table, 0) => {
                TypeRef::Table(lengthened(table, choice.table))
            }
            thing => thing,
        };
        imports.import(NAMESPACE, &name, late.entity_type(thing)?);
    }
    out.section(&imports);
    let mut functions = FunctionSection::new();
    declare(whole, choice.late.iter().copied(), &mut functions);
    out.section(&functions);
    let mut elements = ElementSection::new();
    fill(choice.slots.iter().map(|(slot, f)| (*slot, *f)), &late.0, &mut elements)?;
    out.section(&elements);
    let mut code = CodeSection::new();
    for body in choice.late.iter().filter_map(|f| whole.body(*f)) {
        late.parse_function_body(&mut code, body.code.clone())?;
    }
    out.section(&code);
    let mut data = DataSection::new();
    for range in moved {
        let bytes = range.clone().map(|at| whole.byte(at).unwrap_or(0));
        data.active(0, &at(range.start), bytes);
    }
    out.section(&data);
    Ok(out.finish())
}

fn renumbered(numbers: &BTreeMap<u32, u32>, function: u32) -> Done<u32> {
    let other = || Error::UserError(format!("function {function} is on the other side"));
    numbers.get(&function).copied().ok_or_else(other)
}

/// The short name under which the first module gives out one of its functions, or another of its things.
fn given(sort: char, at: usize) -> String {
    format!("{sort}{at:x}")
}

/// Every table, memory, global and tag, all of which both modules share under their numbers: the name under which the
/// first gives it out, its sort, number and type.
fn things(whole: &Whole) -> impl Iterator<Item = (String, ExportKind, u32, TypeRef)> {
    let mut counts = BTreeMap::new();
    whole.things.iter().filter_map(move |thing| {
        let (sort, kind) = match thing {
            TypeRef::Table(_) => ('t', ExportKind::Table),
            TypeRef::Memory(_) => ('m', ExportKind::Memory),
            TypeRef::Global(_) => ('g', ExportKind::Global),
            TypeRef::Tag(_) => ('e', ExportKind::Tag),
            TypeRef::Func(_) | TypeRef::FuncExact(_) => return None,
        };
        let count = counts.entry(sort).or_insert(0);
        let number = *count;
        *count += 1;
        Some((given(sort, number as usize), kind, number, *thing))
    })
}

/// Table 0 with room for the new slots.
fn lengthened(mut table: wasmparser::TableType, length: u32) -> wasmparser::TableType {
    table.initial = table.initial.max(u64::from(length));
    table.maximum = table.maximum.map(|most| most.max(table.initial));
    table
}

fn declare(whole: &Whole, list: impl Iterator<Item = u32>, functions: &mut FunctionSection) {
    for function in list {
        functions.function(whole.types.get(function as usize).copied().unwrap_or_default());
    }
}

/// Writes slots of table 0 as runs.
fn fill(
    slots: impl Iterator<Item = (u32, u32)>,
    numbers: &BTreeMap<u32, u32>,
    elements: &mut ElementSection,
) -> Done {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        let function = renumbered(numbers, function)?;
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &at(start), Elements::Functions(run.into()));
    }
    Ok(())
}

fn at(place: u32) -> ConstExpr {
    ConstExpr::i32_const(place as i32)
}
