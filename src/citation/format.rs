//! The formats of files with references.

use super::{Citation, biblatex, csl, ris};

/// The references to a statement: in each format, in the order of [`Format::ALL`].
pub(crate) type References = [Box<str>; 3];

/// A format of references for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    Ris,
    BibLatex,
    CslJson,
}

impl Format {
    pub(crate) const ALL: [Format; 3] = [Format::Ris, Format::BibLatex, Format::CslJson];

    /// How names of files in it end.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Format::Ris => "ris",
            Format::BibLatex => "bib",
            Format::CslJson => "json",
        }
    }

    /// The file with the references beside a page.
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Format::Ris => "cite.ris",
            Format::BibLatex => "cite.bib",
            Format::CslJson => "cite.json",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Format::Ris => "application/x-research-info-systems",
            Format::BibLatex => "application/x-bibtex",
            Format::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Ris => "RIS",
            Format::BibLatex => "BibLaTeX",
            Format::CslJson => "CSL-JSON",
        }
    }

    /// A reference, to be put into a file with others by [`Format::file`].
    pub(crate) fn reference(self, citation: &Citation<'_>) -> String {
        match self {
            Format::Ris => ris::reference(citation),
            Format::BibLatex => biblatex::reference(citation),
            Format::CslJson => csl::reference(citation),
        }
    }

    /// A file with some references.
    pub(crate) fn file(self, references: impl Iterator<Item = impl AsRef<str>>) -> Vec<u8> {
        let (before, between, after) = match self {
            Format::Ris => ("", "\r\n", ""),
            Format::BibLatex => ("", "\n", ""),
            Format::CslJson => ("[\n", ",\n", "\n]\n"),
        };
        let mut file = Vec::from(before);
        for (position, reference) in references.enumerate() {
            if position > 0 {
                file.extend_from_slice(between.as_bytes());
            }
            file.extend_from_slice(reference.as_ref().as_bytes());
        }
        file.extend_from_slice(after.as_bytes());
        file
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn references_are_put_together_as_each_format_has_them() {
        let file = |format: Format, references: &[&str]| {
            String::from_utf8(format.file(references.iter().copied())).expect("texts make a text")
        };
        assert_eq!(file(Format::CslJson, &[]), "[\n\n]\n");
        assert_eq!(file(Format::CslJson, &["{}", "{}"]), "[\n{},\n{}\n]\n");
        assert_eq!(
            file(Format::Ris, &["TY  - GEN\r\nER  - \r\n"; 2]),
            "TY  - GEN\r\nER  - \r\n\r\nTY  - GEN\r\nER  - \r\n"
        );
        assert_eq!(file(Format::BibLatex, &["@misc{a,\n}\n"; 2]), "@misc{a,\n}\n\n@misc{a,\n}\n");
    }
}
