/** A disk from a bootable container image: the image installs itself. bootc manual, bootc install to-disk. */
import type { VmSpec } from '../spec/index.ts'
import { sizeInBytes } from '../table/index.ts'
import { word } from './shell-words.ts'

type Source = NonNullable<VmSpec['source']>

/**
 * Lines that leave the disk at `$part`. It takes loop devices, and so root: sudo is asked for when it is needed.
 *
 * @param size of the disk, in bytes
 */
export function bootcRecipe(source: Source, format: string, size: number): string {
  const { box = '', transport = 'registry', rootfs = 'ext4', root_size: rootSize, kernel_args: args } = source
  const words = (args ?? '').split(/\s+/).filter((arg) => arg !== '')
  const rootMiB = Math.floor((sizeInBytes(rootSize ?? '') ?? 0) / 1024 ** 2)
  const options = [
    ...['--via-loopback', '--generic-image', '--filesystem', rootfs],
    ...(rootMiB === 0 ? [] : ['--root-size', `${rootMiB}M`]),
    ...words.flatMap((arg) => ['--karg', arg]),
  ]
  const id =
    transport === 'containers-storage'
      ? `podman image inspect --format '{{.Id}}' "$box"`
      : `podman pull -q ${word(transports[transport])}"$box"`
  return `  as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -- "$@"; fi; }
  say 'Installing the container image into a disk; this takes root, and a while.'
  box=${word(box)}
  id=$(as_root ${id}) || fail "The container image can not be had: $box"
  # A name that podman can say, whatever the VM is called.
  raw=$(mktemp /var/tmp/vmwright.XXXXXX)
  truncate -s ${size} "$raw"
  as_root podman run --rm --privileged --pid=host --security-opt label=type:unconfined_t \\
    -v /dev:/dev -v /var/lib/containers:/var/lib/containers -v "$raw":/disk.raw \\
    "$id" bootc install to-disk ${options.map(word).join(' ')} /disk.raw || { rm -f -- "$raw"; fail 'bootc could not install it.'; }
  qemu-img convert -q -f raw -O ${word(format)} "$raw" "$part"
  rm -f -- "$raw"
`
}

/** containers-transports(5). */
const transports = {
  registry: 'docker://',
  oci: 'oci:',
  'oci-archive': 'oci-archive:',
  'docker-archive': 'docker-archive:',
  dir: 'dir:',
} as const
