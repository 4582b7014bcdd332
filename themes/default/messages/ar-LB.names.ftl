# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_1 = كانون الثاني
month_2 = شباط
month_3 = آذار
month_4 = نيسان
month_5 = أيار
month_6 = حزيران
month_7 = تموز
month_8 = آب
month_9 = أيلول
month_10 = تشرين الأول
month_11 = تشرين الثاني
month_12 = كانون الأول
month_of_day_1 = كانون الثاني
month_of_day_2 = شباط
month_of_day_3 = آذار
month_of_day_4 = نيسان
month_of_day_5 = أيار
month_of_day_6 = حزيران
month_of_day_7 = تموز
month_of_day_8 = آب
month_of_day_9 = أيلول
month_of_day_10 = تشرين الأول
month_of_day_11 = تشرين الثاني
month_of_day_12 = كانون الأول

## Short names of months, of a year and beside a day

month_short_1 = كانون الثاني
month_short_2 = شباط
month_short_3 = آذار
month_short_4 = نيسان
month_short_5 = أيار
month_short_6 = حزيران
month_short_7 = تموز
month_short_8 = آب
month_short_9 = أيلول
month_short_10 = تشرين الأول
month_short_11 = تشرين الثاني
month_short_12 = كانون الأول
month_short_of_day_1 = كانون الثاني
month_short_of_day_2 = شباط
month_short_of_day_3 = آذار
month_short_of_day_4 = نيسان
month_short_of_day_5 = أيار
month_short_of_day_6 = حزيران
month_short_of_day_7 = تموز
month_short_of_day_8 = آب
month_short_of_day_9 = أيلول
month_short_of_day_10 = تشرين الأول
month_short_of_day_11 = تشرين الثاني
month_short_of_day_12 = كانون الأول
