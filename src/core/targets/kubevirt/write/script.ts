/** The script that brings a VM into a cluster: uploads, then what is applied, then how it is reached. */
import { shellComment, shellWord } from '../../../text/index.ts'
import type { Writing } from '../writing.ts'

export function scriptText(
  { name, resolved, devices, uploads, ports }: Writing,
  hasAdministrator: boolean,
): string {
  return [
    `#!/bin/sh
# ${shellComment(resolved.design.name)} on KubeVirt. Written by vmwright. Needs kubectl and virtctl: sh create.sh
set -eu
cd "$(dirname "$0")"
`,
    hasAdministrator
      ? '# An administrator first adds what is in administrator.yaml: its lists to those that the cluster has.\n'
      : '',
    uploads.length === 0 ? '' : uploadFunction,
    ...uploads.map(({ volume, file }) => `upload ${volume} ${shellWord(file)}\n`),
    'kubectl apply -f vm.yaml\n',
    `echo "virtctl start ${name}"\n`,
    `echo "virtctl ${devices['autoattachGraphicsDevice'] === false ? 'console' : 'vnc'} ${name}"\n`,
    ...ports.map(
      ({ port, targetPort, protocol }) =>
        `echo "virtctl port-forward vm/${name} ${String(protocol).toLowerCase()}/${String(port)}:${String(targetPort)}"\n`,
    ),
  ].join('')
}

const uploadFunction = `
# A volume as large as the image says that its disk is; one that is there stays.
upload() {
  if kubectl get datavolume "$1" >/dev/null 2>&1; then return; fi
  size=$(qemu-img info --output=json "$2" | sed -n 's/^ *"virtual-size": \\([0-9]*\\).*/\\1/p' | tail -n 1)
  virtctl image-upload dv "$1" --size="$size" --image-path="$2"
}
`
