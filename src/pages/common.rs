//! What pages of several kinds have in common.

pub(crate) mod chart;
pub(crate) mod checksums;
pub(crate) mod collection;
pub(crate) mod description;
pub(crate) mod fragments;
pub(crate) mod head;
pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod navigation;
pub(crate) mod own_links;
pub(crate) mod parts;
pub(crate) mod periods;
pub(crate) mod portrait;
pub(crate) mod site_wide;
pub(crate) mod things;
pub(crate) mod turned_off;
pub(crate) mod value;
