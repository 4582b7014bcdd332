//! What programs and hosts read: references, feeds, sitemaps, redirects, static files.

pub(crate) mod accent_sheet;
pub(crate) mod changes_feed;
pub(crate) mod citations;
pub(crate) mod entries;
pub(crate) mod feed;
pub(crate) mod headers;
pub(crate) mod json_feed;
pub(crate) mod redirects;
pub(crate) mod sitemap;
pub(crate) mod static_files;
