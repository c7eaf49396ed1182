//! A module parted in two is two modules that fit: valid each by itself, the second importing what the first gives.
#![allow(clippy::unwrap_used)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection,
    MemoryType, Module, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{Parser, Payload, TypeRef, Validator};
use xtask::split::{Halves, Later, NAMESPACE, halves};

/// Address of a trait object's table: how to drop (nothing), a size, an alignment, one method.
const OBJECT: u32 = 1024;

/// Function 0 is imported. 1 is exported and calls 2, 3 and 5, and makes an object with the method 6. 2 is named late
/// and calls 0, 3 and 4; 3 is used by both halves; 4 only by the late one; 5 and 6 are of the table under late names.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("js", "f", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    (0..6).for_each(|_| {
        functions.function(0);
    });
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: 3,
        maximum: Some(3),
        table64: false,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I32, mutable: true, shared: false },
        &ConstExpr::i32_const(7),
    );
    let mut exports = ExportSection::new();
    exports.export("run", ExportKind::Func, 1);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(Cow::Owned(vec![5, 6])));
    let mut code = CodeSection::new();
    for calls in [&[2, 3, 5][..], &[0, 3, 4], &[], &[], &[], &[]] {
        let mut body = Function::new([]);
        body.instruction(&Instruction::LocalGet(0));
        calls.iter().for_each(|f| {
            body.instruction(&Instruction::Call(*f));
        });
        if calls.len() == 3 && calls[2] == 5 {
            body.instruction(&Instruction::I32Const(OBJECT as i32));
            body.instruction(&Instruction::I32Add);
        }
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    let mut data = DataSection::new();
    let object: Vec<u8> = [0_u32, 4, 4, 2].iter().flat_map(|word| word.to_le_bytes()).collect();
    data.active(0, &ConstExpr::i32_const(OBJECT as i32), object);
    data.active(0, &ConstExpr::i32_const(2048), "xxBir metinxx".bytes());
    let names =
        ["js", "app::run", "late::panel", "app::both", "app::helper", "<F as late::Of>::act", "late::merged"];
    let mut map = NameMap::new();
    (0..).zip(names).for_each(|(at, name)| map.append(at, name));
    let mut section = NameSection::new();
    section.functions(&map);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
    module
        .section(&globals)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data)
        .section(&section);
    module.finish()
}

fn parted() -> Halves {
    let texts = BTreeSet::from(["Bir metin".to_owned()]);
    let later = Later { paths: &["late::Of"], doors: &["late::panel", "F as late::Of>::act"], texts: &texts };
    halves(&module(), &later).unwrap_or_else(|stop| panic!("{}", stop.0))
}

/// How many functions a module has, what it imports by name, and its data.
fn described(module: &[u8]) -> (u32, BTreeMap<String, String>, Vec<Vec<u8>>) {
    let (mut functions, mut imports, mut data) = (0, BTreeMap::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::FunctionSection(section) => functions = section.count(),
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.unwrap();
                    let sort = if matches!(import.ty, TypeRef::Func(_)) { "function" } else { "thing" };
                    imports.insert([import.module, ".", import.name].concat(), sort.to_owned());
                }
            }
            Payload::DataSection(section) => {
                data.extend(section.into_iter().map(|it| it.unwrap().data.to_vec()));
            }
            _ => {}
        }
    }
    (functions, imports, data)
}

#[test]
fn both_halves_are_valid_and_fit() {
    let Halves { first, late, entries } = parted();
    for half in [&first, &late] {
        Validator::new().validate_all(half).unwrap();
    }
    assert_eq!(entries, ["late::panel", "<F as late::Of>::act"]);
    let (functions, imports, _) = described(&first);
    assert_eq!((functions, imports.len()), (3, 1), "run, both and the merged one stay");
    let (functions, imports, _) = described(&late);
    assert_eq!(functions, 3, "panel, its helper and the method move");
    assert!(imports.keys().all(|name| name.starts_with(NAMESPACE)));
    assert_eq!(
        imports.values().filter(|sort| *sort == "function").count(),
        2,
        "the imported one and the shared one"
    );
    assert_eq!(imports.values().filter(|sort| *sort == "thing").count(), 3, "table, memory and global");
}

#[test]
fn texts_move_and_leave_zeros() {
    let Halves { first, late, .. } = parted();
    let (_, _, data) = described(&first);
    assert_eq!(data[1], b"xx\0\0\0\0\0\0\0\0\0xx");
    let (_, _, data) = described(&late);
    assert_eq!(data, [b"Bir metin".to_vec()]);
}

#[test]
fn a_module_that_is_none_is_refused() {
    assert!(halves(b"not a module", &Later { paths: &[], doors: &[], texts: &BTreeSet::new() }).is_err());
}
