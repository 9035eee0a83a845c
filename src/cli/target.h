/* SPDX-License-Identifier: MIT */
/* target.h - where an output goes, before anything is written. */
#ifndef BUL_CLI_TARGET_H
#define BUL_CLI_TARGET_H

#include "cli/output.h"

/* Follows links from `output->shown` to `output->target`, opens its folder
 * and refuses targets that must not be replaced. Sets is_direct for devices
 * and pipes. False with output->problem set. */
bool bul_target_find(bul_output *output, const char *protected_path);

/* Removes temporary files of killed runs from the output's folder. */
void bul_target_sweep(const bul_output *output);

/* Prefix and suffix of temporary names: ".bulletin-PID-N.part". */
#define BUL_TEMPORARY_PREFIX ".bulletin-"
#define BUL_TEMPORARY_SUFFIX ".part"

/* Notes the first failure of an output by errno; always false. */
bool bul_target_fail(bul_output *output, int error);

#endif
