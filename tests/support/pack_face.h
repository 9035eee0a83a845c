/* SPDX-License-Identifier: MIT */
/* pack_face.h - faces of the committed font pack, for tests that need a real
 * font. Tests run in the top folder of the tree. */
#ifndef TESTS_SUPPORT_PACK_FACE_H
#define TESTS_SUPPORT_PACK_FACE_H

#include "support/world.h"
#include "text/face.h"

/* By file name: "BulletinSong-Regular.otf". */
bul_face *pack_face(world *w, const char *name);

#endif
