#!/bin/sh
# render.sh - the drawings to the pictures of the samples.
# SPDX-License-Identifier: MIT
set -eu
cd "$(dirname "$0")"

# jpeg DRAWING PICTURE WIDTH [CROP [INTERLACE]]
# CROP is what ImageMagick calls a geometry, INTERLACE is JPEG for a
# progressive file.
jpeg() {
    rsvg-convert --width "$3" --background-color white "$1.svg" |
        convert png:- -strip -colorspace sRGB -crop "${4:-$3x0+0+0}" +repage \
            -sampling-factor 4:2:0 -interlace "${5:-none}" -quality 85 "jpg:$2"
}

jpeg depot ../digest/images/depot.jpg 1800 1800x1072+0+120
jpeg contest ../digest/images/contest.jpg 1800 1800x1072+0+72
jpeg choir ../digest/images/choir.jpg 1800 1800x1072+0+72
jpeg garden ../digest/images/garden.jpg 1200
rsvg-convert --width 1200 days.svg |
    convert png:- -strip -define png:exclude-chunks=date png:../digest/images/days.png

jpeg port ../tabloid/图片/码头.jpg 1800
jpeg rest-stop ../tabloid/图片/驿站.jpg 1800
jpeg tunnel ../tabloid/图片/隧道.jpg 1800
jpeg parcels ../tabloid/图片/分拣.jpg 1800
jpeg riders ../tabloid/图片/骑手.jpg 1800
jpeg repair ../tabloid/图片/修理摊.jpg 1800
jpeg reading ../tabloid/图片/书屋.jpg 1800 1800x0+0+0 JPEG
jpeg dragon-boat ../tabloid/图片/龙舟.jpg 1800
