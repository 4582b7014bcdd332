//! Agencies, and how their reports begin.

/// Agencies that end a line of credit or begin a report: `MOSCOW, March 6. /TASS/.`
#[rustfmt::skip]
pub(crate) const AGENCIES: &[&str] = &[
    "AFP", "ANI", "ANSA", "AP", "APA", "Agence France-Presse", "Anadolu", "Anadolu Agency", "Antara", "Associated Press",
    "BelTA", "Bernama", "EFE", "Europa Press", "IRNA", "Interfax", "Kazinform", "Kyodo", "Kyodo News", "MENA", "PAP",
    "PTI", "Press Trust of India", "RIA Novosti", "Reuters", "SANA", "SPA", "TASS", "Tanjug", "The Associated Press",
    "UPI", "Ukrinform", "WAM", "Xinhua", "Yonhap", "APS", "MAP", "Notimex", "Télam", "Prensa Latina", "DPA", "KNA", "epd",
    "Belga", "ATS", "APA-OTS", "Europapress", "dpa", "Интерфакс", "РИА Новости", "РИА НОВОСТИ", "ТАСС", "БЕЛТА", "БелТА",
    "Прайм", "رويترز", "أ ف ب", "أ.ف.ب", "فرانس برس", "د ب أ", "قنا", "واس", "وام", "سانا", "سبوتنيك", "الأناضول", "شينخوا", "كونا",
    "وفا", "بترا", "أ ب",
];

/// Chinese agencies, which stand at the beginning of the date line: `新华社北京3月6日电`.
#[rustfmt::skip]
pub(crate) const HAN_AGENCIES: &[&str] =
    &["新华社", "新華社", "中新社", "法新社", "路透社", "美联社", "美聯社", "中央社", "塔斯社", "俄新社", "共同社", "韩联社", "韓聯社", "埃菲社", "安莎社"];
