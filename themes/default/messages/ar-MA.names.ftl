# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_5 = ماي
month_7 = يوليوز
month_8 = غشت
month_9 = شتنبر
month_11 = نونبر
month_12 = دجنبر
month_of_day_5 = ماي
month_of_day_7 = يوليوز
month_of_day_8 = غشت
month_of_day_9 = شتنبر
month_of_day_11 = نونبر
month_of_day_12 = دجنبر

## Short names of months, of a year and beside a day

month_short_5 = ماي
month_short_7 = يوليوز
month_short_8 = غشت
month_short_9 = شتنبر
month_short_11 = نونبر
month_short_12 = دجنبر
month_short_of_day_5 = ماي
month_short_of_day_7 = يوليوز
month_short_of_day_8 = غشت
month_short_of_day_9 = شتنبر
month_short_of_day_11 = نونبر
month_short_of_day_12 = دجنبر
