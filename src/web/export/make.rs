//! Makes the files.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement};

use super::exhibit::{Exhibit, Shown, about, head, links};
use super::script::{PICTURES, SLIDES, apply, blob, call};
use super::{Done, ExportError};
use crate::export::picture::{self, MARGIN, Picture, WIDTH};
use crate::export::slides::{self, Cover, SlideFigure};
use crate::export::{csv, document, names, tables};
use crate::figure::{Figure, Kind};
use crate::i18n::ui;
use crate::render::chart::Drawing;
use crate::render::labels::{Word, direct_labels, fixed_words};
use crate::web::clock::today;
use crate::web::echarts::Chart;
use crate::web::files;
use crate::web::parts;
use crate::web::store::Store;

/// Pixels of a PNG for each of the picture.
const SCALE: f64 = 2.0;

/// What a figure can be had as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Png,
    Clipboard,
    Svg,
    Csv,
    Json,
}

/// Gives the reader a figure in a form.
pub async fn figure(store: Store, exhibit: Exhibit, form: Form) -> Result<Done, ExportError> {
    let mut shown = Shown::of(store, &[exhibit]);
    let Some(taken) = shown.figures.pop() else {
        return Err(ExportError::Making);
    };
    let figure = taken.figure;
    (shown.about.link, shown.about.made) = (taken.links.whole, taken.made);
    let name = |extension| names::file(&taken.named, &shown.about, extension);
    match form {
        Form::Csv => {
            let table = tables::figure_file(&figure, &shown.about, &shown.reader);
            save_text(
                name("csv"),
                "text/csv;charset=utf-8",
                csv::MARK.to_owned() + &table,
            )
        }
        Form::Json => {
            let text = document::figure(
                &figure,
                taken.named[1],
                &shown.scenario,
                &shown.about,
                &shown.reader,
            );
            save_text(name("json"), "application/json", text)
        }
        Form::Svg | Form::Png | Form::Clipboard => {
            let pictures = PICTURES.load().await?;
            let picture = draw(store, &figure, &shown, &pictures)?;
            if form == Form::Svg {
                return save_text(name("svg"), "image/svg+xml", picture.svg);
            }
            let given = [
                JsValue::from(&picture.svg),
                picture.width.into(),
                picture.height.into(),
                SCALE.into(),
                JsValue::from(&picture.about),
            ];
            let png = call(&pictures, "png", &given)?;
            if form == Form::Png {
                return save(name("png"), &blob(png).await?);
            }
            let copied = call(&pictures, "copy", &[png]).map_err(|_| ExportError::Clipboard)?;
            super::script::come(copied)
                .await
                .map_err(|_| ExportError::Clipboard)?;
            Ok(Done::Copied)
        }
    }
}

/// The picture of a figure in the colours of the page.
fn draw(
    store: Store,
    figure: &Figure,
    shown: &Shown,
    pictures: &JsValue,
) -> Result<Picture, ExportError> {
    let (theme, projection, reference) = untrack(|| {
        (
            store.theme(),
            store.say(ui::PROJECTION),
            store.reference_name(),
        )
    });
    let drawing = Drawing::of(figure, &shown.reader, WIDTH - 2.0 * MARGIN, theme);
    let made = |words: &[Word], shapes: &str| {
        picture::picture(&picture::Material {
            figure,
            drawing: &drawing,
            measure: &slides::measure(figure, &shown.reader),
            words,
            shapes,
            reference: &reference,
            about: &shown.about,
            reader: &shown.reader,
        })
    };
    // A table has no plot.
    if let Kind::Heat { .. } = figure.kind {
        return Ok(made(&[], ""));
    }
    let host = document().create_element("div").ok();
    let host: HtmlElement = host.ok_or(ExportError::Making)?.unchecked_into();
    let (width, height) = (drawing.layout.width, drawing.layout.height);
    let mut chart = Chart::new(&host, width, height);
    chart.draw(&drawing.chart(figure), width, height);
    let shapes = call(pictures, "shapes", &[chart.raw().clone()])?;
    let mut words = fixed_words(figure, &drawing, projection);
    words.extend(direct_labels(figure, &drawing));
    // A picture without its plot is none.
    let shapes = shapes.as_string().filter(|shapes| !shapes.is_empty());
    Ok(made(&words, &shapes.ok_or(ExportError::Making)?))
}

/// Gives the reader slides of figures.
pub async fn deck(store: Store, exhibits: &[Exhibit]) -> Result<Done, ExportError> {
    let shown = Shown::of(store, exhibits);
    let mut chapters = Vec::new();
    for chapter in exhibits.iter().map(|it| untrack(|| it.chapter(store))) {
        if !chapters.contains(&chapter) {
            chapters.push(chapter);
        }
    }
    let named = match (&shown.figures[..], chapters.len(), &exhibits[0]) {
        ([taken], ..) => taken.named.to_vec(),
        (_, 1, Exhibit::OfChapter(chapter, _)) => vec![chapter.slug()],
        _ => vec!["slides"],
    };
    let name = names::file(&named, &shown.about, "pptx");
    let slide_figures = shown.figures.iter().map(|taken| SlideFigure {
        figure: &taken.figure,
        links: &taken.links,
        made: &taken.made,
    });
    let slide_figures: Vec<SlideFigure> = slide_figures.collect();
    let report = untrack(|| links(store, head));
    let cover = Cover {
        chapters,
        links: &report,
        day: &today(),
    };
    let cover = Some(&cover).filter(|_| slide_figures.len() > 1);
    let deck = slides::deck(&slide_figures, cover, &shown.about, &shown.reader);
    let slides = SLIDES.load().await?;
    let made = apply(&slides, &JsValue::UNDEFINED, &[JsValue::from(&deck)])?;
    save(name, &blob(made).await?)
}

/// Gives the reader the whole scenario: a workbook, or a JSON file.
pub async fn whole(store: Store, as_workbook: bool) -> Result<Done, ExportError> {
    let writer = parts::writer().await.map_err(|_| ExportError::Loading)?;
    let (scenario, results, about, reader) = untrack(|| {
        (
            store.scenario.get(),
            store.results.get(),
            about(store),
            store.reader.get(),
        )
    });
    let pinned = store.pinned.get_untracked();
    if !as_workbook {
        let compared = pinned.as_ref().map(|it| &it.scenario);
        let text = (writer.document)(&scenario, &results, &about, compared);
        let name = names::file(&["scenario"], &about, "json");
        return save_text(name, "application/json", text);
    }
    let compared = pinned.as_ref().map(|it| (&it.scenario, &it.results));
    let bytes = (writer.workbook)(&scenario, &results, &about, compared, reader);
    let bytes = bytes.ok_or(ExportError::Making)?;
    let options = BlobPropertyBag::new();
    options.set_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let parts = Array::of1(&Uint8Array::from(&bytes[..]));
    let file = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    save(
        names::file(&["workbook"], &about, "xlsx"),
        &file.map_err(|_| ExportError::Making)?,
    )
}

fn save_text(name: String, kind: &str, text: String) -> Result<Done, ExportError> {
    let saved = files::save_text(&name, kind, &[text]);
    saved
        .then_some(Done::Saved(name))
        .ok_or(ExportError::Making)
}

fn save(name: String, file: &Blob) -> Result<Done, ExportError> {
    let saved = files::save(&name, file);
    saved
        .then_some(Done::Saved(name))
        .ok_or(ExportError::Making)
}
