//! The names of months and weekdays: those that messages give, or else those of the locales of `chrono` (the glibc ones).

use chrono::{Locale, NaiveDate};

/// The names in one language.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Beside a day, in which many languages have another form: «февраля».
    pub(super) months: [String; 12],
    /// On their own: «февраль».
    pub(super) months_alone: [String; 12],
    /// Short ones, beside a day.
    pub(super) short_months: [String; 12],
    /// Short ones without a day.
    pub(super) short_months_alone: [String; 12],
    /// From Monday.
    pub(super) weekdays: [String; 7],
}

impl Names {
    /// The names for a BCP 47 tag. `message` gives the texts of `month_1`, `month_of_day_1`, `month_short_1`,
    /// `month_short_of_day_1` to those of `12`, and of `weekday_1` (Monday) to `weekday_7`, where there are such. Names that
    /// neither messages nor chrono know are English.
    pub(super) fn of(language: &str, message: &dyn Fn(&str) -> Option<String>) -> Names {
        let locale = locale(language);
        let is_known = locale != Locale::POSIX;
        let (primary, _) = language.split_once('-').unwrap_or((language, ""));
        let name = |month: u32, day: u32, specifier: &str| {
            let date = NaiveDate::from_ymd_opt(2006, month, day);
            date.map(|date| date.format_localized(specifier, locale).to_string().trim().to_owned()).unwrap_or_default()
        };
        let said = |id: &str, index: usize| message(&format!("{id}_{}", index + 1));
        let known: [String; 12] = std::array::from_fn(|index| name(index as u32 + 1, 1, "%B"));
        let months_alone = std::array::from_fn(|index| said("month", index).unwrap_or_else(|| known[index].clone()));
        let months: [String; 12] = std::array::from_fn(|index| {
            let otherwise = if is_known { &known } else { &months_alone };
            said("month_of_day", index).unwrap_or_else(|| otherwise[index].clone())
        });
        let short_months: [String; 12] = std::array::from_fn(|index| {
            // Arabic has no abbreviations of months; glibc cuts letters off.
            let is_whole = primary == "ar" || !is_known && said("month", index).is_some();
            let otherwise = || if is_whole { months[index].clone() } else { name(index as u32 + 1, 1, "%b") };
            said("month_short_of_day", index).unwrap_or_else(otherwise)
        });
        let short_months_alone = std::array::from_fn(|index| {
            // A name too short to be cut off has the form beside a day: «мая».
            let is_whole = short_months[index] == months[index];
            let otherwise = if is_whole { &months_alone } else { &short_months };
            said("month_short", index).unwrap_or_else(|| otherwise[index].clone())
        });
        let weekdays = std::array::from_fn(|index| {
            // 2 January 2006 was a Monday.
            let known = name(1, index as u32 + 2, "%A");
            let is_capitalised = matches!(primary, "be" | "ru" | "uk"); // by glibc
            said("weekday", index).unwrap_or_else(|| if is_capitalised { known.to_lowercase() } else { known })
        });
        Names { months, months_alone, short_months, short_months_alone, weekdays }
    }
}

/// Whether chrono knows a language.
pub(super) fn is_known(language: &str) -> bool {
    locale(language) != Locale::POSIX
}

/// The locale of chrono nearest to a BCP 47 tag: `POSIX`, which is English, if there is none.
pub(super) fn locale(language: &str) -> Locale {
    let subtags: Vec<&str> = language.split('-').collect();
    let primary = match subtags.first() {
        Some(&"no") => "nb",
        Some(primary) => primary,
        None => return Locale::POSIX,
    };
    let script = subtags.iter().skip(1).find(|subtag| subtag.len() == 4);
    let region = subtags.iter().skip(1).find(|subtag| subtag.len() == 2);
    let usual = LOCALES.split(' ').find(|name| name.split_once('_').is_some_and(|(known, _)| known == primary));
    let (usual, variant) = match (primary, script) {
        ("zh", Some(&"Hant")) => (Some("zh_TW"), ""),
        ("sr", Some(&"Latn")) => (usual, "@latin"),
        ("uz", Some(&"Cyrl")) => (usual, "@cyrillic"),
        _ => (usual, ""),
    };
    let own = region.map(|region| format!("{primary}_{region}"));
    let same = format!("{primary}_{}", primary.to_uppercase()); // de_DE, ru_RU
    let candidates = [own, usual.map(str::to_owned), Some(same), Some(primary.to_owned())];
    let with_variant = |name: &String| [format!("{name}{variant}"), name.clone()];
    let names = candidates.iter().flatten().flat_map(with_variant);
    names.filter_map(|name| Locale::try_from(name.as_str()).ok()).next().unwrap_or(Locale::POSIX)
}

/// The usual locale of each language whose country does not have the same code.
pub(super) const LOCALES: &str = "am_ET ar_EG be_BY bn_BD bo_CN bs_BA ca_ES ce_RU cmn_TW cs_CZ cy_GB da_DK dv_MV dz_BT el_GR en_GB \
    et_EE eu_ES fa_IR fil_PH ga_IE gl_ES gu_IN ha_NG he_IL hi_IN hy_AM ja_JP ka_GE kk_KZ km_KH kn_IN ko_KR ku_TR ky_KG \
    lb_LU lo_LA ml_IN mr_IN ms_MY my_MM nan_TW nb_NO ne_NP nn_NO or_IN os_RU pa_IN ps_AF sa_IN sah_RU sd_IN si_LK \
    sl_SI sq_AL sr_RS sv_SE sw_TZ ta_IN te_IN tg_TJ ti_ER tk_TM tl_PH tt_RU ug_CN uk_UA ur_PK vi_VN xh_ZA yi_US yo_NG \
    yue_HK zh_CN zu_ZA";
