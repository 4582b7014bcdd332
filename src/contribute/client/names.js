// Names of files, from dates and titles in any script that has a table here.

const LETTERS = new Map(Object.entries({
  // Latin letters that have no other as their base.
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ŋ: "ng", ə: "e",
  // Cyrillic
  а: "a", б: "b", в: "v", г: "g", ґ: "g", ѓ: "g", д: "d", ђ: "dj", е: "e", ё: "io", є: "ie", ж: "zh", з: "z", ѕ: "dz", и: "i", і: "i", ї: "i", й: "i", ј: "j",
  к: "k", ќ: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u", ў: "u", ф: "f", х: "kh", ц: "ts", ч: "ch",
  џ: "dz", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia", қ: "k", ғ: "g", ң: "n", ү: "u", ұ: "u", һ: "h", ө: "o", ә: "a",
  // Greek
  α: "a", β: "b", γ: "g", δ: "d", ε: "e", ζ: "z", η: "e", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t",
  υ: "u", φ: "ph", χ: "kh", ψ: "ps", ω: "o",
  // Arabic and Persian
  ا: "a", ب: "b", پ: "p", ت: "t", ث: "th", ج: "j", چ: "ch", ح: "h", خ: "kh", د: "d", ذ: "dh", ر: "r", ز: "z", ژ: "zh", س: "s", ش: "sh", ص: "s", ض: "d", ط: "t",
  ظ: "z", ع: "", غ: "gh", ف: "f", ق: "q", ك: "k", ک: "k", گ: "g", ل: "l", م: "m", ن: "n", ه: "h", و: "w", ي: "y", ی: "y", ى: "a", ة: "h", ء: "",
  // Hebrew
  א: "a", ב: "b", ג: "g", ד: "d", ה: "h", ו: "v", ז: "z", ח: "h", ט: "t", י: "y", כ: "k", ך: "k", ל: "l", מ: "m", ם: "m", נ: "n", ן: "n", ס: "s", ע: "", פ: "p",
  ף: "p", צ: "ts", ץ: "ts", ק: "q", ר: "r", ש: "sh", ת: "t",
}));

/** The part of an id that a text suggests: words of Latin letters, about so many; empty where there are none. @param {string} text @param {number} longest */
export function slug(text, longest = 48) {
  const plain = text.toLowerCase().replace(/['’ʼ]/g, "");
  const known = [...plain].map((c) => LETTERS.get(c) ?? LETTERS.get(c.normalize("NFKD")[0] ?? "") ?? c).join("");
  const words = known.normalize("NFKD").replace(/\p{M}/gu, "").split(/[^a-z0-9]+/).filter(Boolean);
  let id = words.shift()?.slice(0, longest) ?? "";
  for (const word of words) {
    if (id.length + 1 + word.length > longest) break;
    id += `-${word}`;
  }
  return id;
}

/** Whether a text can be an id. @param {string} text */
export const isId = (text) => text.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** The path of the file of a statement in the folder of its year. @param {string} id */
export function pathOf(id) {
  const year = id.split("-")[0] ?? "";
  return `content/statements/${year.length === 4 ? `${year}/` : ""}${id}.md`;
}
