# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_9 = setiembre
month_of_day_9 = setiembre

## Short names of months, of a year and beside a day

month_short_1 = ene.
month_short_2 = feb.
month_short_3 = mar.
month_short_4 = abr.
month_short_5 = may.
month_short_6 = jun.
month_short_7 = jul.
month_short_8 = ago.
month_short_9 = set.
month_short_10 = oct.
month_short_11 = nov.
month_short_12 = dic.
month_short_of_day_1 = ene.
month_short_of_day_2 = feb.
month_short_of_day_3 = mar.
month_short_of_day_4 = abr.
month_short_of_day_5 = may.
month_short_of_day_6 = jun.
month_short_of_day_7 = jul.
month_short_of_day_8 = ago.
month_short_of_day_9 = set.
month_short_of_day_10 = oct.
month_short_of_day_11 = nov.
month_short_of_day_12 = dic.
