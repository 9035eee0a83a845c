/* SPDX-License-Identifier: MIT */
/* beneath.h - opening a file that must lie in a folder, whoever wrote its
 * path. Yields a descriptor, or -1 with errno; EXDEV says that the path leads
 * out of the folder, by "..", by being absolute or by a symbolic link. */
#ifndef BUL_BASE_BENEATH_H
#define BUL_BASE_BENEATH_H

/* `flags` are those of open(2). The folder itself may be a link. */
int bul_beneath_open(const char *root, const char *path, int flags);

/* The way for kernels without openat2, which bul_beneath_open falls back on;
 * here so that it can be tested where it is not needed. */
int bul_beneath_open_compared(const char *root, const char *path, int flags);

#endif
