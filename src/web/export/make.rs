//! Makes the files.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

use super::script::{PICTURES, SLIDES, apply, blob, call};
use super::{Done, Trouble};
use crate::chapters::{Chapter, FigureSpec};
use crate::export::about::About;
use crate::export::picture::{self, MARGIN, Picture, WIDTH};
use crate::export::{csv, document, slides, tables};
use crate::figure::Figure;
use crate::i18n::number::Reader;
use crate::i18n::ui;
use crate::link;
use crate::render::chart::Drawing;
use crate::render::labels::{direct_labels, fixed_words};
use crate::scenario::Scenario;
use crate::view::View;
use crate::web::echarts::Chart;
use crate::web::parts::{self, Loose};
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

/// A figure that can be taken away.
#[derive(Clone)]
pub enum Exhibit {
    /// One of a chapter, made from the present numbers.
    Of(&'static FigureSpec),
    /// One of a tool, as it was when the dialog was opened.
    Loose(&'static str, Rc<Loose>),
}

impl Exhibit {
    /// The figure with this name: of the chapter, or that of a tool for which the dialog was opened.
    pub fn find(chapter: &Chapter, id: &'static str) -> Option<Exhibit> {
        let of_chapter = chapter.figure(id).map(Exhibit::Of);
        of_chapter.or_else(|| parts::loose().map(|loose| Exhibit::Loose(id, loose)))
    }

    /// Its name, in file names too.
    pub fn id(&self) -> &'static str {
        match self {
            Exhibit::Of(spec) => spec.id,
            Exhibit::Loose(id, _) => id,
        }
    }

    /// The figure.
    pub fn figure(&self, store: Store) -> Figure {
        match self {
            Exhibit::Of(spec) => store.context(|context| (spec.make)(context)),
            Exhibit::Loose(_, loose) => loose.figure.clone(),
        }
    }

    /// Where the link leads in the chapter.
    fn section(&self) -> Option<&'static str> {
        match self {
            Exhibit::Of(spec) => Some(spec.id),
            Exhibit::Loose(..) => None,
        }
    }
}

/// The figures that the reader chose, as they are now.
struct Shown {
    figures: Vec<(&'static str, Figure)>,
    scenario: Scenario,
    about: About,
    reader: Reader,
}

impl Shown {
    /// The link leads to the figure, or to the chapter where there are several.
    fn of(store: Store, exhibits: &[Exhibit]) -> Shown {
        untrack(|| {
            let make = |exhibit: &Exhibit| (exhibit.id(), exhibit.figure(store));
            let section = match exhibits {
                [one] => one.section(),
                _ => None,
            };
            let scenario = store.scenario.get();
            let reader = store.reader.get();
            Shown {
                figures: exhibits.iter().map(make).collect(),
                scenario,
                about: about(store, section),
                reader,
            }
        })
    }
}

/// Of which scenario the files are, with the address that shows it.
pub fn about(store: Store, section: Option<&'static str>) -> About {
    let scenario = store.scenario.get();
    let view = View {
        section,
        ..store.view()
    };
    let place = window().location().href().unwrap_or_default();
    let page = place.split('#').next().unwrap_or_default();
    let link = format!("{page}{}", link::encode(&scenario, &view));
    About::of(&scenario, "", &link, &store.reader.get())
}

/// Gives the reader a figure in a form.
pub async fn figure(store: Store, exhibit: Exhibit, form: Form) -> Result<Done, Trouble> {
    let shown = Shown::of(store, &[exhibit]);
    let Some((id, figure)) = shown.figures.first() else {
        return Err(Trouble::Making);
    };
    let name = |extension| format!("industry2040-{id}.{extension}");
    match form {
        Form::Csv => {
            let table = tables::figure_file(figure, &shown.about, &shown.reader);
            save_text(
                name("csv"),
                "text/csv;charset=utf-8",
                csv::MARK.to_owned() + &table,
            )
        }
        Form::Json => {
            let text = document::figure(figure, id, &shown.scenario, &shown.about, &shown.reader);
            save_text(name("json"), "application/json", text)
        }
        Form::Svg | Form::Png | Form::Clipboard => {
            let pictures = PICTURES.load().await?;
            let picture = draw(store, figure, &shown, &pictures)?;
            if form == Form::Svg {
                return save_text(name("svg"), "image/svg+xml", picture.svg);
            }
            let given = [
                JsValue::from(&picture.svg),
                picture.width.into(),
                picture.height.into(),
                SCALE.into(),
            ];
            let png = call(&pictures, "png", &given)?;
            if form == Form::Png {
                return save(name("png"), &blob(png).await?);
            }
            let copied = call(&pictures, "copy", &[png]).map_err(|_| Trouble::Clipboard)?;
            super::script::come(copied)
                .await
                .map_err(|_| Trouble::Clipboard)?;
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
) -> Result<Picture, Trouble> {
    let (theme, projection, reference) = untrack(|| {
        (
            store.theme(),
            store.say(ui::PROJECTION),
            store.reference_name(),
        )
    });
    let drawing = Drawing::of(figure, &shown.reader, WIDTH - 2.0 * MARGIN, theme);
    let host = document().create_element("div").ok();
    let host: HtmlElement = host.ok_or(Trouble::Making)?.unchecked_into();
    let (width, height) = (drawing.layout.width, drawing.layout.height);
    let mut chart = Chart::new(&host, width, height);
    chart.draw(&drawing.chart(figure), width, height);
    let shapes = call(pictures, "shapes", &[chart.raw().clone()])?;
    let mut words = fixed_words(figure, &drawing, projection);
    words.extend(direct_labels(figure, &drawing));
    Ok(picture::picture(&picture::Material {
        figure,
        drawing: &drawing,
        measure: &slides::measure(figure, &shown.reader),
        words: &words,
        shapes: &shapes.as_string().unwrap_or_default(),
        reference: &reference,
        about: &shown.about,
        reader: &shown.reader,
    }))
}

/// Gives the reader slides of figures.
pub async fn deck(store: Store, exhibits: &[Exhibit]) -> Result<Done, Trouble> {
    let shown = Shown::of(store, exhibits);
    let name = match &shown.figures[..] {
        [(id, _)] => format!("industry2040-{id}.pptx"),
        _ => {
            let chapter = store.chapter.get_untracked().slug();
            format!("industry2040-{chapter}.pptx")
        }
    };
    let figures: Vec<Figure> = shown
        .figures
        .into_iter()
        .map(|(_, figure)| figure)
        .collect();
    let deck = slides::deck(&figures, &shown.about, &shown.reader);
    let slides = SLIDES.load().await?;
    let made = apply(&slides, &JsValue::UNDEFINED, &[JsValue::from(&deck)])?;
    save(name, &blob(made).await?)
}

/// Gives the reader the whole scenario: a workbook, or a JSON file.
pub async fn whole(store: Store, as_workbook: bool) -> Result<Done, Trouble> {
    let writer = parts::writer().await.map_err(|_| Trouble::Loading)?;
    let (scenario, results, about, reader) = untrack(|| {
        (
            store.scenario.get(),
            store.results.get(),
            about(store, None),
            store.reader.get(),
        )
    });
    if !as_workbook {
        let text = (writer.document)(&scenario, &results, &about);
        return save_text(
            "industry2040-scenario.json".to_owned(),
            "application/json",
            text,
        );
    }
    let bytes = (writer.workbook)(&scenario, &results, &about, reader).ok_or(Trouble::Making)?;
    let options = BlobPropertyBag::new();
    options.set_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let parts = Array::of1(&Uint8Array::from(&bytes[..]));
    let file = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    save(
        "industry2040-workbook.xlsx".to_owned(),
        &file.map_err(|_| Trouble::Making)?,
    )
}

fn save_text(name: String, kind: &str, text: String) -> Result<Done, Trouble> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(&text));
    let file = Blob::new_with_str_sequence_and_options(&parts, &options);
    save(name, &file.map_err(|_| Trouble::Making)?)
}

/// Hands a file to the browser as a download.
fn save(name: String, file: &Blob) -> Result<Done, Trouble> {
    let address = Url::create_object_url_with_blob(file).map_err(|_| Trouble::Making)?;
    let anchor = document()
        .create_element("a")
        .map_err(|_| Trouble::Making)?;
    let anchor: HtmlAnchorElement = anchor.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(&name);
    anchor.click();
    let _ = Url::revoke_object_url(&address);
    Ok(Done::Saved(name))
}
