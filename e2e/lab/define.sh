#!/bin/sh
# define.sh FOLDER: in the lab, as root: gives each design of FOLDER to libvirt. NAME.xml is defined; NAME.start.xml, where
# it is there, is defined and started, and NAME.sh runs QEMU without libvirt. What libvirt makes of a definition is left in
# NAME.dumped. A row for each: NAME, what libvirt says to the definition, what to the start, what QEMU says, with tabs
# between; `ok` where it says nothing.
set -eu
cd -- "$1"
export LIBVIRT_DEFAULT_URI=qemu:///system

# The words of the last command that failed, in one line.
words() {
  sed -n 's/^error: //p' "$1" | grep -v '^Failed to \(define\|start\) domain' | tr '\n\t' '  ' | sed 's/ *$//'
}

say() {
  if "$@" >answer 2>&1; then printf ok; else words answer; fi
}

forget() {
  virsh destroy "$1" >/dev/null 2>&1 || :
  virsh undefine --nvram --tpm "$1" >/dev/null 2>&1 || virsh undefine --nvram "$1" >/dev/null 2>&1 || :
}

# QEMU opens its sockets before it looks at its devices: it runs when it still does a moment later.
run_by_itself() {
  sh "$1.sh" >log 2>&1 &
  script=$!
  tries=0
  until [ -S "state/$1/qmp.sock" ]; do
    tries=$((tries + 1))
    if ! kill -0 "$script" 2>/dev/null || [ "$tries" -gt 150 ]; then break; fi
    sleep 0.2
  done
  sleep 1
  if kill -0 "$script" 2>/dev/null; then printf running; else tail -n 1 log | tr '\t' ' '; fi
  kill "$script" 2>/dev/null || :
  wait "$script" || :
}

for file in *.xml; do
  case $file in *.start.xml) continue ;; esac
  name=${file%.xml}
  defined=$(say virsh define --validate "$file")
  if [ "$defined" = ok ]; then virsh dumpxml --inactive "$name" >"$name.dumped"; fi
  forget "$name"
  started=-
  if [ "$defined" = ok ] && [ -e "$name.start.xml" ]; then
    started=$(say virsh define "$name.start.xml")
    if [ "$started" = ok ]; then started=$(say timeout 60 virsh start "$name"); fi
    if [ "$started" = ok ]; then started=$(virsh domstate "$name" | head -n 1); fi
    forget "$name"
  fi
  ran=-
  if [ -e "$name.sh" ]; then ran=$(run_by_itself "$name"); fi
  printf '%s\t%s\t%s\t%s\n' "$name" "$defined" "$started" "$ran"
done
