/* SPDX-License-Identifier: MIT */
/* cmd_list.c - which layouts, papers and fonts there are. */
#include "cli/commands.h"
#include "cli/job.h"

int bul_command_list(const bul_arguments *arguments)
{
    static bul_data_dirs dirs; /* large: it holds paths */
    bul_options options;
    bul_display display;
    bul_display_init(&display, arguments, true);
    if (!bul_job_options(&options, &dirs, arguments, &display))
        return BUL_EXIT_IO;
    bul_status status =
        bul_write_list(bul_world_real(), &options, bul_output_stdout());
    if (status == BUL_OK || ferror(stdout))
        return BUL_EXIT_OK; /* a full disk is noticed at the end of main */
    bul_display_problem(&display,
                        status == BUL_NO_MEMORY ? BUL_PROBLEM_NO_MEMORY
                                                : BUL_PROBLEM_WORLD_FAILED,
                        BUL_WITH_NOTHING);
    return status == BUL_NO_MEMORY ? BUL_EXIT_LIMIT : BUL_EXIT_IO;
}
