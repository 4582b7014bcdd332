# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_4 = إبريل
month_8 = أغشت
month_9 = شتمبر
month_12 = دجمبر
month_of_day_4 = إبريل
month_of_day_8 = أغشت
month_of_day_9 = شتمبر
month_of_day_12 = دجمبر

## Short names of months, of a year and beside a day

month_short_4 = إبريل
month_short_8 = أغشت
month_short_9 = شتمبر
month_short_12 = دجمبر
month_short_of_day_4 = إبريل
month_short_of_day_8 = أغشت
month_short_of_day_9 = شتمبر
month_short_of_day_12 = دجمبر
