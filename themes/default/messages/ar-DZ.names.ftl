# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_1 = جانفي
month_2 = فيفري
month_4 = أفريل
month_5 = ماي
month_6 = جوان
month_7 = جويلية
month_8 = أوت
month_of_day_1 = جانفي
month_of_day_2 = فيفري
month_of_day_4 = أفريل
month_of_day_5 = ماي
month_of_day_6 = جوان
month_of_day_7 = جويلية
month_of_day_8 = أوت

## Short names of months, of a year and beside a day

month_short_1 = جانفي
month_short_2 = فيفري
month_short_4 = أفريل
month_short_5 = ماي
month_short_6 = جوان
month_short_7 = جويلية
month_short_8 = أوت
month_short_of_day_1 = جانفي
month_short_of_day_2 = فيفري
month_short_of_day_4 = أفريل
month_short_of_day_5 = ماي
month_short_of_day_6 = جوان
month_short_of_day_7 = جويلية
month_short_of_day_8 = أوت
