/* SPDX-License-Identifier: MIT */
/* signals.c - the handler may touch only what is async-signal-safe: a name, a
 * folder's descriptor and unlinkat. */
#include "cli/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"

static const int caught[] = {SIGINT,  SIGTERM, SIGHUP, SIGPIPE,
                             SIGQUIT, SIGXCPU, SIGABRT};

/* Process-wide like the signals themselves; the library has none of this. */
static volatile sig_atomic_t is_guarding;
static int guarded_folder;
static char guarded_name[64];

static void remove_and_die(int number)
{
    int kept_errno = errno;
    if (is_guarding)
        unlinkat(guarded_folder, guarded_name, 0);
    is_guarding = 0;
    errno = kept_errno;
    /* A failed assertion: documented as status 6, its text is out already. */
    if (number == SIGABRT)
        _exit(BUL_EXIT_INTERNAL);
    /* SA_RESETHAND has put the default back. */
    raise(number);
}

void bul_signals_install(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &action, NULL);

    action.sa_handler = remove_and_die;
    action.sa_flags = (int)SA_RESETHAND;
    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++) {
        struct sigaction before;
        /* nohup and background shells ignore some: so does the program. */
        if (sigaction(caught[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(caught[i], &action, NULL);
    }
}

static void mask_caught(int how)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++)
        sigaddset(&set, caught[i]);
    sigprocmask(how, &set, NULL);
}

void bul_signals_hold(void)
{
    mask_caught(SIG_BLOCK);
}

void bul_signals_resume(void)
{
    mask_caught(SIG_UNBLOCK);
}

void bul_signals_guard(int folder, const char *name)
{
    strncpy(guarded_name, name, sizeof guarded_name - 1);
    guarded_name[sizeof guarded_name - 1] = '\0';
    guarded_folder = folder;
    is_guarding = 1;
}

void bul_signals_release(void)
{
    is_guarding = 0;
}
