/** host-setup.sh: what the host must do before, said first and done when it is told so. */

import { hostSetup, type SetupFile, type SetupStep } from '../host/index.ts'
import { appendAll, withoutEnd } from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { messages, written } from './shell-functions.ts'
import { oneLine, word } from './shell-words.ts'

export function hostSetupSteps({ host, libvirt }: BundlePlan): readonly SetupStep[] {
  return hostSetup(host, libvirt.domain)
}

export function hostSetupScript(plan: BundlePlan): string {
  const steps = hostSetupSteps(plan)
  return `#!/bin/sh
# Prepares this host for the VM ${oneLine(plan.design.name)}. It says what it would do; with --apply it does it, as root.
${written}set -eu
umask 022
${steps.length === 0 ? nothing : messages + functions + steps.map(stepText).join('') + end}`
}

const nothing = `
echo 'This VM needs nothing of the host that is not there anyway.'
`

const functions = String.raw`
apply=
case ${'$'}{1-} in
  '') ;;
  --apply) apply=yes ;;
  *) fail 'usage: host-setup.sh [--apply]' ;;
esac
[ -z "$apply" ] || [ "$(id -u)" -eq 0 ] || fail 'Run this as root: sudo ./host-setup.sh --apply'

# shown TEXT: each line behind a bar.
shown() { printf '%s\n' "$1" | sed 's/^/  | /'; }

# write_file PATH MODE TEXT: another file of that name is kept beside the new one.
write_file() {
  if [ -f "$1" ] && [ "$(cat -- "$1")" = "$3" ]; then
    say "  There already: $1"
  elif [ -z "$apply" ]; then
    say "  Would write $1:"
    shown "$3"
  else
    mkdir -p -- "$(dirname -- "$1")"
    if [ -e "$1" ]; then
      [ ! -e "$1.before-vmwright" ] || fail "$1 would be changed, and $1.before-vmwright is there already: look at both."
      cp -p -- "$1" "$1.before-vmwright"
    fi
    printf '%s\n' "$3" >"$1"
    chmod "$2" "$1"
    did "  Written: $1"
  fi
}

# append_line PATH LINE
append_line() {
  if [ -f "$1" ] && grep -qxF -e "$2" -- "$1"; then
    say "  There already in $1: $2"
  elif [ -z "$apply" ]; then
    say "  Would append to $1:"
    shown "$2"
  else
    mkdir -p -- "$(dirname -- "$1")"
    printf '%s\n' "$2" >>"$1"
    did "  Appended to $1: $2"
  fi
}

run() {
  if [ -z "$apply" ]; then
    say '  Would run:'
    shown "$1"
  else
    say '  Running:'
    shown "$1"
    sh -eu -c "$1" || fail '  It has failed, and nothing that comes after it was done.'
  fi
}

# run_once COMMAND: one that would do it again each time; that it was run is kept.
run_once() {
  mark=/var/lib/vmwright/$(printf '%s' "$1" | sha256sum | cut -c 1-16)
  if [ -e "$mark" ]; then
    say '  Done already:'
    shown "$1"
    return
  fi
  run "$1"
  [ -z "$apply" ] || { mkdir -p /var/lib/vmwright && printf '%s\n' "$1" >"$mark" && changed=yes; }
}

by_hand() {
  say '  By hand:'
  shown "$1"
}
`

const end = `
if [ -n "$apply" ]; then
  [ -n "$changed" ] || say 'No file was changed.'
else
  say 'Nothing was done. To do it: sudo ./host-setup.sh --apply'
fi
`

function stepText({ id, title, why, files, commands, done }: SetupStep): string {
  const lines = [`say ${word(`${title}. ${why}`)}`]
  // A configuration of NixOS is a program, and when to restart is the person's to say.
  const byHand = id === 'reboot' || files.some(({ path }) => path.endsWith('.nix'))
  if (done === true) lines.push(`say '  Done already.'`)
  else if (byHand) {
    for (const { path, content } of files) lines.push(`by_hand ${word(`${path}: ${content.trimEnd()}`)}`)
    for (const command of commands) lines.push(`by_hand ${word(command)}`)
  } else {
    for (const file of files) appendAll(lines, fileLines(file))
    for (const command of commands) lines.push(`${wayToRun(command)} ${word(command)}`)
  }
  return `\n${lines.join('\n')}\n`
}

/** A comment tells of another way; what edits a file by a pattern would do so again. */
function wayToRun(command: string): string {
  if (command.startsWith('#')) return 'by_hand'
  return command.startsWith('sed -i') ? 'run_once' : 'run'
}

function fileLines({ path, content, append, mode }: SetupFile): string[] {
  const text = withoutEnd(content, /\n/)
  if (append !== true) return [`write_file ${word(path)} ${mode ?? '644'} ${word(text)}`]
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `append_line ${word(path)} ${word(line)}`)
}
