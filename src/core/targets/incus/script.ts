/** The script that makes the instance: its image, its volumes, then itself. */
import { shellComment, shellWord } from '../../text/index.ts'
import type { RootImage } from '../plain/image.ts'
import { sizeOf } from './config.ts'
import type { Instance } from './instance.ts'

export function scriptText(instance: Instance, image: RootImage | undefined, file: string): string {
  const { name, volumes, forwards, isLxd, saying } = instance
  const program = isLxd ? 'lxc' : 'incus'
  const label = shellWord(name)
  const created = image === undefined ? `--empty ${label}` : `"$alias" ${label}`
  return [
    `#!/bin/sh
# ${shellComment(saying.resolved.design.name)} on ${isLxd ? 'LXD' : 'Incus'}. Written by vmwright. Run it where the server is: sh create.sh${forwards.length > 0 ? ' [ADDRESS]' : ''}
set -eu
cd "$(dirname "$0")"
`,
    ...(image === undefined ? [] : [...image.lines, imageText(program, file, instance.architecture)]),
    ...[...volumes].map(
      ([volume, bytes]) =>
        `${program} storage volume show default ${shellWord(volume)} >/dev/null 2>&1 ||\n  ${program} storage volume create default ${shellWord(volume)} --type=block size=${sizeOf(bytes)}\n`,
    ),
    `${program} ${isLxd ? 'init' : 'create'} ${created} --vm --no-profiles <instance.yaml\n`,
    forwards.length === 0 ? '' : forwardText(program, label, instance),
    `echo "The instance is made: ${program} start ${name}"\n`,
  ].join('')
}

/** A server takes a disk as an image when a few words about it come along. */
function imageText(program: string, file: string, architecture = 'x86_64'): string {
  return `
# The image goes in as one of the server's.
alias=${shellWord(file)}-image
if ! ${program} image show "$alias" >/dev/null 2>&1; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  printf 'architecture: ${architecture}\\ncreation_date: 0\\nproperties:\\n  description: %s\\n' "$alias" >"$work/metadata.yaml"
  tar -C "$work" -cJf "$work/metadata.tar.xz" metadata.yaml
  qemu-img convert -O qcow2 "$image" "$work/disk.qcow2"
  ${program} image import --alias "$alias" "$work/metadata.tar.xz" "$work/disk.qcow2"
fi
`
}

function forwardText(program: string, label: string, { forwards }: Instance): string {
  const added = forwards.map(({ protocol, address, port, to }) => {
    const host = address.includes(':') ? `[${address}]` : address
    return `  ${program} config device add ${label} ${protocol}${port} proxy nat=true listen=${shellWord(`${protocol}:${host}:${port}`)} connect="${protocol}:$1:${to}"\n`
  })
  return `
# Ports of the host that lead to the guest, where it has an address that stays.
if [ "$#" -gt 0 ]; then
  ${program} config device set ${label} eth0 ipv4.address="$1"
${added.join('')}fi
`
}
