//! Makes the files.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

use super::script::{PICTURES, SLIDES, apply, blob, call};
use super::{Done, Trouble};
use crate::chapters::{ChapterId, FigureSpec};
use crate::embed::{self, TOOLS, Wish};
use crate::export::about::About;
use crate::export::picture::{self, MARGIN, Picture, WIDTH};
use crate::export::slides::{self, Cover, Plate, Ways};
use crate::export::{csv, document, tables};
use crate::figure::{Figure, Kind};
use crate::i18n::number::Reader;
use crate::i18n::{bench, ui};
use crate::link;
use crate::render::chart::Drawing;
use crate::render::labels::{Word, direct_labels, fixed_words};
use crate::scenario::Scenario;
use crate::view::View;
use crate::web::echarts::Chart;
use crate::web::parts::{self, Loose};
use crate::web::store::{Shown as Opened, Store};

/// Pixels of a PNG for each of the picture.
const SCALE: f64 = 2.0;

/// Milliseconds that the browser has to read a file that is downloaded.
const KEPT: i32 = 40_000;

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
    Of(ChapterId, &'static FigureSpec),
    /// One of a tool, as it was when the dialog was opened.
    Loose(&'static str, Rc<Loose>),
}

impl Exhibit {
    /// The figure with this name: of the chapter, or that of a tool for which the dialog was opened.
    pub fn find((open, chapter): Opened, id: &'static str) -> Option<Exhibit> {
        let of_chapter = chapter.figure(id).map(|spec| Exhibit::Of(open, spec));
        of_chapter.or_else(|| parts::loose().map(|loose| Exhibit::Loose(id, loose)))
    }

    /// Its name, in file names too.
    pub fn id(&self) -> &'static str {
        match self {
            Exhibit::Of(_, spec) => spec.id,
            Exhibit::Loose(id, _) => id,
        }
    }

    /// The figure.
    pub fn figure(&self, store: Store) -> Figure {
        match self {
            Exhibit::Of(_, spec) => store.context(|context| {
                let mut figure = (spec.make)(context);
                if let Some(ranges) = parts::hooked(store).1 {
                    (ranges.put)(&mut figure, context);
                }
                figure
            }),
            Exhibit::Loose(_, loose) => loose.figure.clone(),
        }
    }

    /// The chapter it is from; a tool stands in none.
    fn chapter(&self, store: Store) -> &'static str {
        store.say(match self {
            Exhibit::Of(chapter, _) => chapter.title(),
            Exhibit::Loose(..) => bench::ANALYSIS,
        })
    }

    /// The address that shows it with a scenario: in its chapter, or alone as the tool makes it.
    fn link(&self, scenario: &Scenario, view: &View) -> String {
        match self {
            Exhibit::Of(chapter, spec) => link(
                scenario,
                View {
                    chapter: *chapter,
                    section: Some(spec.id),
                    ..view.clone()
                },
            ),
            Exhibit::Loose(id, loose) if TOOLS.contains(id) => {
                let wish = Wish {
                    figure: Some(id),
                    tool: loose.asks.clone(),
                    inputs: Vec::new(),
                    frozen: false,
                    lang: view.lang,
                    ground: "system",
                };
                format!("{}{}", page(), embed::address(&wish, scenario, view))
            }
            Exhibit::Loose(..) => link(scenario, view.clone()),
        }
    }
}

/// Addresses of the present scenario, made by what makes one of a scenario and a view.
fn ways(store: Store, link: impl Fn(&Scenario, &View) -> String) -> Ways {
    let (scenario, view) = (store.scenario.get(), store.view());
    let unpinned = View {
        pin: None,
        ..view.clone()
    };
    Ways {
        whole: link(&scenario, &view),
        unpinned: link(&scenario, &unpinned),
        base: link(&Scenario::default(), &unpinned),
    }
}

/// A figure as it is now, and the address that shows it.
struct Taken {
    id: &'static str,
    figure: Figure,
    ways: Ways,
}

/// The figures that the reader chose.
struct Shown {
    figures: Vec<Taken>,
    scenario: Scenario,
    about: About,
    reader: Reader,
}

impl Shown {
    fn of(store: Store, exhibits: &[Exhibit]) -> Shown {
        let take = |exhibit: &Exhibit| Taken {
            id: exhibit.id(),
            figure: exhibit.figure(store),
            ways: ways(store, |scenario, view| exhibit.link(scenario, view)),
        };
        untrack(|| Shown {
            figures: exhibits.iter().map(take).collect(),
            scenario: store.scenario.get(),
            about: about(store),
            reader: store.reader.get(),
        })
    }
}

/// The address of the report; of a copy on the reader's machine its name, for the way there is nobody else's.
fn page() -> String {
    let place = window().location().href().unwrap_or_default();
    let page = place.split('#').next().unwrap_or_default();
    match page.strip_prefix("file:") {
        Some(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
        None => page.to_owned(),
    }
}

/// The address that shows a scenario.
fn link(scenario: &Scenario, view: View) -> String {
    format!("{}{}", page(), link::encode(scenario, &view))
}

/// The address that shows the present scenario, at the head of the chapter.
fn head(scenario: &Scenario, view: &View) -> String {
    let view = View {
        section: None,
        ..view.clone()
    };
    link(scenario, view)
}

/// Of which scenario the files are, with the address that shows it in the chapter.
pub fn about(store: Store) -> About {
    let pinned = store.pinned.read();
    let reference = pinned
        .as_ref()
        .map_or_else(String::new, |it| it.name.clone());
    About {
        reference,
        ..About::of(
            &store.scenario.read(),
            "",
            &head(&store.scenario.read(), &store.view()),
            &store.reader.get(),
        )
    }
}

/// Gives the reader a figure in a form.
pub async fn figure(store: Store, exhibit: Exhibit, form: Form) -> Result<Done, Trouble> {
    let mut shown = Shown::of(store, &[exhibit]);
    let Some(Taken { id, figure, ways }) = shown.figures.pop() else {
        return Err(Trouble::Making);
    };
    shown.about.link = ways.whole;
    let name = |extension| format!("industry2040-{id}.{extension}");
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
            let text = document::figure(&figure, id, &shown.scenario, &shown.about, &shown.reader);
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
    let host: HtmlElement = host.ok_or(Trouble::Making)?.unchecked_into();
    let (width, height) = (drawing.layout.width, drawing.layout.height);
    let mut chart = Chart::new(&host, width, height);
    chart.draw(&drawing.chart(figure), width, height);
    let shapes = call(pictures, "shapes", &[chart.raw().clone()])?;
    let mut words = fixed_words(figure, &drawing, projection);
    words.extend(direct_labels(figure, &drawing));
    Ok(made(&words, &shapes.as_string().unwrap_or_default()))
}

/// Gives the reader slides of figures.
pub async fn deck(store: Store, exhibits: &[Exhibit]) -> Result<Done, Trouble> {
    let shown = Shown::of(store, exhibits);
    let mut chapters = Vec::new();
    for chapter in exhibits.iter().map(|it| untrack(|| it.chapter(store))) {
        if !chapters.contains(&chapter) {
            chapters.push(chapter);
        }
    }
    let name = match (&shown.figures[..], chapters.len(), &exhibits[0]) {
        ([Taken { id, .. }], ..) => format!("industry2040-{id}.pptx"),
        (_, 1, Exhibit::Of(chapter, _)) => format!("industry2040-{}.pptx", chapter.slug()),
        _ => "industry2040-slides.pptx".to_owned(),
    };
    let plates = shown.figures.iter().map(|taken| Plate {
        figure: &taken.figure,
        ways: &taken.ways,
    });
    let plates: Vec<Plate> = plates.collect();
    let report = untrack(|| ways(store, head));
    let cover = Cover {
        chapters,
        ways: &report,
        day: &today(),
    };
    let cover = Some(&cover).filter(|_| plates.len() > 1);
    let deck = slides::deck(&plates, cover, &shown.about, &shown.reader);
    let slides = SLIDES.load().await?;
    let made = apply(&slides, &JsValue::UNDEFINED, &[JsValue::from(&deck)])?;
    save(name, &blob(made).await?)
}

/// The day of the reader's clock, such as `2026-03-31`: Swedes write it so.
fn today() -> String {
    let today = js_sys::Date::new_0().to_locale_date_string("sv-SE", &JsValue::UNDEFINED);
    today.into()
}

/// Gives the reader the whole scenario: a workbook, or a JSON file.
pub async fn whole(store: Store, as_workbook: bool) -> Result<Done, Trouble> {
    let writer = parts::writer().await.map_err(|_| Trouble::Loading)?;
    let (scenario, results, about, reader) = untrack(|| {
        (
            store.scenario.get(),
            store.results.get(),
            about(store),
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
    // Some browsers read the file only after this turn.
    leptos::task::spawn_local(async move {
        super::script::wait(KEPT).await;
        let _ = Url::revoke_object_url(&address);
    });
    Ok(Done::Saved(name))
}
