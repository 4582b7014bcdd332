//! Admonitions: block quotations that other Markdown dialects show as notes.

/// Words that introduce notes, in the most common languages of reports.
const WORDS: [&str; 57] = [
    "note",
    "notes",
    "editor's note",
    "editor’s note",
    "editors' note",
    "nb",
    "n.b.",
    "warning",
    "important",
    "tip",
    "caution",
    "info",
    "information",
    "attention",
    "hint",
    "danger",
    "example",
    "update",
    "disclaimer",
    "todo",
    "see also",
    "note de la rédaction",
    "ndlr",
    "remarque",
    "avertissement",
    "à noter",
    "hinweis",
    "anmerkung",
    "achtung",
    "wichtig",
    "warnung",
    "nota",
    "nota bene",
    "aviso",
    "advertencia",
    "atención",
    "importante",
    "consejo",
    "примечание",
    "прим. ред.",
    "от редакции",
    "внимание",
    "важно",
    "справка",
    "предупреждение",
    "ملاحظة",
    "تنبيه",
    "تحذير",
    "مهم",
    "注意",
    "注",
    "备注",
    "提示",
    "重要",
    "警告",
    "编者按",
    "説明",
];

/// The admonition marker in the first line of a quotation: `> [!NOTE]`, `> **Note:** …`, `>! …`.
pub(super) fn mark(line: &str) -> Option<&str> {
    let first = line.trim_start_matches(['>', ' ', '\t']);
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_ |:=".contains(c));
    if let Some((word, _)) = first.strip_prefix("[!").and_then(|rest| rest.split_once(']')) {
        return is_word(word).then(|| &first[..word.len() + 3]);
    }
    if let Some(rest) = line.trim_start_matches('>').strip_prefix('!') {
        return (!rest.starts_with('[')).then_some(">!");
    }
    // An emoji may precede the word.
    let (picture, words) = first.split_at(first.find(['*', '_'])?);
    if picture.chars().take(5).count() > 4 || picture.contains(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let sign = ["**", "__", "*", "_"].into_iter().find(|sign| words.starts_with(sign))?;
    let (inner, after) = words[sign.len()..].split_once(sign)?;
    let word = inner.trim().trim_end_matches([':', '：', '.', '!', '！', ' ', '\u{a0}', '—', '–']);
    let ends = |text: &str| text.starts_with([':', '：', '—', '–']);
    let is_closed = word.len() < inner.trim().len() || after.trim().is_empty() || ends(after.trim_start());
    let is_note = is_closed && WORDS.contains(&word.to_lowercase().as_str());
    is_note.then(|| &words[..inner.len() + 2 * sign.len()])
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn notes_of_other_programs() {
        for line in [
            "> [!NOTE]",
            "> [!quote]- Words",
            "> [!NOTE|style:flat]",
            "> [!TIP|label=Read this]",
            ">! Hidden",
            "> **Note**",
            "> **Note:** The report differs.",
            "> **Note**: The report differs.",
            "> __Warning:__ no",
            "> *Note:* no",
            "> ℹ️ **Note:** no",
            "> **Примечание.** Нет",
            "> **Hinweis:** nein",
            "> **注意：** 不",
            "> > **Note:** no",
            "> ⚠️ **Warning** — no",
            "> **ملاحظة:** لا",
            "> **À noter :** non",
        ] {
            assert!(mark(line).is_some(), "{line}");
        }
        for line in [
            "> We agree.",
            "> **We agree.**",
            "> **Note** that we agree.",
            "> Note: we agree.",
            "> ![a](/b.png)",
            "> **Important** things come first.",
            "> *No*",
            "> **Peace:** we want it.",
            ">",
            "> [sic] !",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
