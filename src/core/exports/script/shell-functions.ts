/**
 * What is the same in every script. POSIX shell, and /proc of Linux.
 *
 * Nothing may be left behind, also when the script itself is killed (SIGKILL), which no trap sees. So another process,
 * the keeper, tidies up: it reads from a pipe that only the script and the programs that are just being started can
 * write to, learns from it the number of each process, and when it reads the end, all of them are gone. It has a session of
 * its own, so that a signal to the script's process group does not reach it.
 */

/** When a process began: with its number it names a process for good, since numbers come again. */
const began = String.raw`began() { sed -n "s/.*) [^XZ]\( [^ ]*\)\{18\} \([0-9]*\) .*/\2/p" "/proc/$1/stat" 2>/dev/null || :; }`

/** `$lacking` says that something is not as it has to be. */
export const needFreeSocket = `
# need_free_socket PATH [own]: QEMU puts a new socket there, whatever it was.
need_free_socket() {
  if [ -e "$1" ] && ! [ -S "$1" ]; then
    echo "This is no socket, and QEMU would put one in its place: $1. Change the path in the design." >&2
    lacking=yes
  elif [ -S "$1" ] && [ -z "\${2-}" ]; then
    while read -r _ _ _ _ _ _ _ listens; do
      [ "$listens" = "$1" ] || continue
      echo "Another program listens at $1, and QEMU would take its place. Change the path in the design." >&2
      lacking=yes
    done </proc/net/unix
  fi
}
`

/** Messages, the checks of what is there, and the start of programs. */
export const functions = String.raw`
fail() {
  echo "$1" >&2
  exit 1
}

# A dot stands behind each word while it is made: the shell takes line breaks off the end of what a command prints.
show() {
  for word; do
    word=$(printf '%s.' "$word" | sed "s/'/'\\\\''/g")
    printf "'%s' " "${'$'}{word%.}"
  done
  echo
}

lacking=
need_program() {
  command -v "$1" >/dev/null && return
  echo "The program $1 is missing. $2" >&2
  lacking=yes
}

need_file() {
  [ -e "$1" ] && return
  echo "$2 is missing: $1. $3" >&2
  lacking=yes
}

${needFreeSocket.slice(1)}
# When a process began; nothing when it has ended.
${began}

# Starts a program beside this script, which tells the keeper its number itself: so none gets lost.
start() { sh -c 'echo "$$" >&9 && exec "$@" 9>&-' sh "$@" <&3 3<&- & }

# Whether a process still runs; without a substitution, in which bash may lose a signal that has a trap.
runs() {
  stat=
  while read -r line; do stat=$line; done 2>/dev/null <"/proc/$1/stat" || :
  case ${'$'}{stat##*) } in '' | [XZ]*) return 1 ;; esac
}

wait_for_socket() {
  tries=0
  until [ -S "$2" ]; do
    runs "$!" || fail "$1 has ended, and its socket is not there: $2"
    [ "$tries" -lt 100 ] || fail "$1 has not made its socket in 10 seconds: $2"
    tries=$((tries + 1))
    sleep 0.1
  done
}
`

/** Asked for before the machine is started without KVM, which QEMU says in fewer words. */
export const needKvm = `
if ! [ -r /dev/kvm ] || ! [ -w /dev/kvm ]; then
  echo 'KVM can not be used: /dev/kvm is missing or closed to you. Switch virtualisation on in the setup of the firmware, and join the group kvm.' >&2
  lacking=yes
fi
`

/** Until QEMU runs a signal ends the script, then it ends QEMU. */
export const signals = `
qemu=
signal() {
  [ -n "$qemu" ] || exit "$1"
  again=yes
  kill "$qemu" 2>/dev/null || :
}
trap 'signal 129' HUP
trap 'signal 130' INT
trap 'signal 143' TERM
`

/** `$lock` is the pid file: the script and the keeper, which may outlast it by a moment. */
export const takeLock = `
take_lock() { (set -C && echo "$script" >"$lock") 2>/dev/null; }
if ! take_lock; then
  [ ! -e "$lock" ] || while read -r pid time; do
    if [ -n "$time" ] && [ "$(began "$pid")" = "$time" ]; then fail "The VM runs already: process $pid."; fi
  done <"$lock"
  rm -f -- "$lock"
  take_lock || fail "$lock can not be written."
fi
echo "$keeper $(began "$keeper")" >>"$lock"
`

/**
 * The program of the keeper: its words are the script, and the files that go at its end, the pid file first. Behind `--`
 * are paths of the author's, of which only a socket goes.
 */
export const keeper = `
# When this script has ended, however that was, the keeper ends what it started and deletes its files.
keep='
trap "" HUP INT TERM
script=$1
shift
${began}
ours=
while read -r pid; do
  time=$(began "$pid")
  [ -z "$time" ] || ours="$pid:$time $ours"
done
for one in $ours; do
  tries=0
  while [ "\${one%:*}:$(began "\${one%:*}")" = "$one" ]; do
    case $tries in
      0 | 10 | 20 | 30 | 40) kill "\${one%:*}" ;;
      50) kill -s KILL "\${one%:*}" ;;
      60) break ;;
    esac
    tries=$((tries + 1))
    sleep 0.1
  done 2>/dev/null
done
[ -e "$1" ] && read -r pid time <"$1" && [ "$pid $time" = "$script" ] || exit
sockets=
for one; do
  shift
  if [ "$one" = -- ]; then
    sockets=yes
  elif [ -z "$sockets" ] || [ -S "$one" ]; then
    set -- "$@" "$one"
  fi
done
rm -f -- "$@"
'
`

/** Its pipe. It has no name any more when the keeper starts: only who has it open can hold the keeper up. */
export const keeperPipe = `
script="$$ $(began "$$")"
pipe="$lock.$$"
mkfifo -m 600 -- "$pipe"
exec 3<&0 9<>"$pipe"
exec 8<"$pipe"
rm -f -- "$pipe"
`

export const afterKeeper = `
keeper=$!
exec 8<&-
trap 'trap "" HUP INT TERM; exec 9>&-; wait "$keeper" || :' EXIT
`

/** QEMU runs until it ends; a signal interrupts the shell's wait, not QEMU's end. */
export const runQemu = `
qemu start
qemu=$!
status=0
again=yes
while [ -n "$again" ]; do
  again=
  code=0
  wait "$qemu" || code=$?
  # 127: a signal came just after the end, whose status is known already.
  [ "$code" -eq 127 ] || status=$code
done
(exit "$status")
`
