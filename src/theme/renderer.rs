//! Rendering pages with compiled templates.

use std::sync::Mutex;

use tera::{Context, Tera};

use crate::sync;
use crate::xml;

/// Compiled templates for one thread.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    /// The buffer for the next page.
    buffer: Mutex<Vec<u8>>,
}

impl Renderer {
    pub(super) fn of(tera: Tera) -> Renderer {
        Renderer { tera, buffer: Mutex::default() }
    }

    /// Renders a page.
    ///
    /// # Errors
    /// Tera's error, which [`Theme::finding`](super::Theme::finding) makes a finding of.
    pub(crate) fn page(&self, template: &str, context: &Context) -> Result<Vec<u8>, tera::Error> {
        let mut buffer = std::mem::take(&mut *sync::lock(&self.buffer));
        buffer.clear();
        buffer.reserve(USUAL_PAGE);
        self.tera.render_to(template, context, &mut buffer)?;
        // Even where findings about characters are allowed: a feed must be well-formed XML.
        Ok(if template.ends_with(".xml") { xml::clean(buffer) } else { buffer })
    }

    /// Renders a part of a page.
    ///
    /// # Errors
    /// Tera's error, which [`Theme::finding`](super::Theme::finding) makes a finding of.
    pub(crate) fn fragment(&self, template: &str, context: &Context) -> Result<String, tera::Error> {
        self.tera.render(template, context)
    }

    /// Reuses the buffer of a page for the next one: writing to newly allocated memory takes longer.
    pub(crate) fn recycle(&self, page: Vec<u8>) {
        let mut buffer = sync::lock(&self.buffer);
        if (buffer.capacity()..=LARGEST_BUFFER).contains(&page.capacity()) {
            *buffer = page;
        }
    }
}

/// Most pages are smaller; the initial capacity of the buffer.
const USUAL_PAGE: usize = 24 << 10;

/// A larger buffer is not kept for the next page.
const LARGEST_BUFFER: usize = 256 << 10;
