//! Names of compressed copies that no file system has room for. Nothing is written before they are known.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Inputs, Span};
use crate::output;
use crate::pages::Plan;

/// The most bytes that a part of a path has.
const LONGEST: usize = 255;

/// Findings for static files whose compressed copies would have names that are too long; `layers` are the folders they are in,
/// the one that takes precedence first. No other file has a name of its own.
pub(super) fn too_long(plan: &Plan, inputs: &Inputs, layers: &[String]) -> Vec<Diagnostic> {
    let is_long = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        output::has_copies(path) && name.len() + output::LONGEST_ENDING > LONGEST
    };
    let long = plan.assets().iter().filter(|(_, asset)| is_long(&asset.address.output_path()));
    let finding = |name: &str| {
        let input = layers.iter().find_map(|layer| inputs.find(&format!("{layer}{name}")))?;
        let message = "the name of the file is too long, with the ending of its compressed copy";
        let help = "rename the file, or leave `--precompress` out".to_owned();
        Some(Diagnostic::error(Code::BadFileName, Span::file(input), message).help(Some(help)))
    };
    long.filter_map(|(name, _)| finding(name)).collect()
}
