/** The script that makes the disks and runs the VM. */
import { shellComment, shellWord } from '../../text/index.ts'
import type { Saying } from '../plain/saying.ts'

export function scriptText({ resolved }: Saying, lines: readonly string[]): string {
  return `#!/bin/sh
# ${shellComment(resolved.design.name)} on Cloud Hypervisor. Written by vmwright: sh run.sh
set -eu
cd "$(dirname "$0")"
${lines.join('')}
socket=${shellWord('./api.sock')}
rm -f "$socket"
cloud-hypervisor --api-socket path="$socket" &
vmm=$!
until [ -S "$socket" ]; do kill -0 "$vmm"; sleep 0.1; done
curl -fsS --unix-socket "$socket" -X PUT http://localhost/api/v1/vm.create -H 'Content-Type: application/json' --data-binary @config.json
curl -fsS --unix-socket "$socket" -X PUT http://localhost/api/v1/vm.boot
wait "$vmm"
`
}
