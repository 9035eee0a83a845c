/* SPDX-License-Identifier: MIT */
/* signals.h - no half-written file stays behind when the program is stopped.
 *
 * On SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT and SIGXCPU the file under
 * guard is removed and the signal takes its usual course, so that a shell sees
 * 130 or 143. SIGABRT (a failed assertion) removes it and exits with 6.
 * SIGXFSZ is ignored: the write then fails and is reported. */
#ifndef BUL_CLI_SIGNALS_H
#define BUL_CLI_SIGNALS_H

void bul_signals_install(void);

/* Holds signals back while a file is created and put under guard. */
void bul_signals_hold(void);
void bul_signals_resume(void);

/* From now on `name` in the folder is removed when a signal ends the run.
 * `name` is copied (up to 63 bytes). One file at a time. */
void bul_signals_guard(int folder, const char *name);
void bul_signals_release(void);

#endif
