//! Drawings as files: an SVG element with the styles that it has on the screen, or the same as pixels.

use super::download::{Parts, save_from};
use crate::chart::path::number;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer};

/// The properties of a drawing's elements that style sheets set.
const PROPERTIES: [&str; 17] = [
    "display",
    "visibility",
    "opacity",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "vector-effect",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "dominant-baseline",
];

/// Pixels of a picture for one of the screen's.
const SHARPNESS: f64 = 2.0;

/// Saves the drawing that a selector finds as SVG, or as PNG; false where it is not on the screen.
pub async fn save(selector: &str, name: &str, as_pixels: bool) -> bool {
    let Some((svg, width, height)) = drawing(selector) else { return false };
    if !as_pixels {
        let parts = Parts::default();
        parts.push(&svg);
        return parts.save(name, "image/svg+xml");
    }
    match pixels(&svg, width, height).await {
        Ok(url) => save_from(name, &url),
        Err(_) => false,
    }
}

/// The drawing as a document of its own, and its size.
fn drawing(selector: &str) -> Option<(String, f64, f64)> {
    let element = document().query_selector(selector).ok()??;
    let size = element.get_bounding_client_rect();
    let (width, height) = (size.width(), size.height());
    if width < 1.0 || height < 1.0 {
        return None;
    }
    let copy: Element = element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (from, to) = (element.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for at in 0..from.length() {
        let (from, to) = (from.item(at)?.dyn_into().ok()?, to.item(at)?.dyn_into().ok()?);
        keep_styles(&from, &to);
    }
    let set = |name: &str, value: &str| copy.set_attribute(name, value).ok();
    set("xmlns", "http://www.w3.org/2000/svg")?;
    set("width", &number(width))?;
    set("height", &number(height))?;
    let ground = window().get_computed_style(document().body()?.as_ref()).ok()??;
    let ground = ground.get_property_value("background-color").ok()?;
    set("style", &["background:", &ground].concat())?;
    let text = XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()?;
    Some((text, width, height))
}

/// Writes an element's styles onto its copy, which no style sheet reaches.
fn keep_styles(from: &Element, to: &Element) {
    let Ok(Some(styles)) = window().get_computed_style(from) else { return };
    for name in PROPERTIES {
        if let Ok(value) = styles.get_property_value(name) {
            let _ = to.set_attribute(name, &value);
        }
    }
}

async fn pixels(svg: &str, width: f64, height: f64) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    let source = js_sys::encode_uri_component(svg).as_string().unwrap_or_default();
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &source].concat());
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * SHARPNESS) as u32);
    canvas.set_height((height * SHARPNESS) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let (across, down) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, across, down)?;
    canvas.to_data_url()
}
