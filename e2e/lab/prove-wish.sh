#!/bin/sh
# In the lab, in the folder of an unpacked bundle: makes the VM and logs in by the commands that its README.md tells, and
# takes it away. prove-wish.sh STATE: STATE is the directory of the VM's files.
set -eu
say() { echo "== $1"; }

# told HEADING PROGRAM: the command of README.md below that heading.
told() { sed -n "/^## $1\$/,/^## /p" README.md | grep "^$2" | sed -n 1p; }

say 'it is made as the README tells'
start=$(told 'Start it' ./create.sh)
echo "$start"
eval "$start"
say 'SSH lets in as the README tells'
log_in=$(told 'Log in' ssh)
echo "$log_in"
said=$(eval "$log_in 'echo \"\$(id -un) at \$(hostname)\"'")
echo "$said"
[ "$said" = "ubuntu at $(basename "$PWD")" ]
say 'nothing of it is left'
./destroy.sh --now --delete-disk
[ ! -e "$1" ]
say 'done'
