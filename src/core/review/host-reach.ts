/** Everything of a design that would touch the host it runs on, for whoever got the design from somebody else. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { listKept } from '../lift/index.ts'
import { type Resolved, resolve, specPathOf } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { hostPathsSaid } from './host-paths-said.ts'
import { namedThingsOf } from './named-things.ts'
import { devicesOf, networksOf, openPortsOf, protectionOf, wordsForQemu } from './of-domain.ts'
import { commandsOf, imagesOf, ownXmlOf } from './of-spec.ts'
import type { Found, HostReach } from './reach.ts'

/**
 * What would touch the host, in the order of the design: folders and files outside of the VM's own folder, devices,
 * programs that would be run, networks that lead out, ports that others can reach, images that nothing vouches for,
 * commands, XML and QEMU words that no field checks.
 *
 * @param resolved the design resolved for libvirt, where that is there already
 */
export function hostReach(
  design: Design,
  resolved: Resolved = resolve(design, undefined, 'libvirt'),
): HostReach[] {
  const ofDomain = [
    ...pathsOf(resolved),
    ...devicesOf(resolved.domain),
    ...networksOf(resolved.domain),
    ...openPortsOf(resolved.domain),
    ...namedThingsOf(resolved.domain),
    ...protectionOf(resolved.domain),
    ...wordsForQemu(resolved.domain),
    ...keptOf(resolved.domain),
  ].map((found) => ({ ...found, path: specPathOf(found.path, resolved.origins) }))
  return [...imagesOf(design), ...commandsOf(design), ...ownXmlOf(design), ...ofDomain]
}

const programKeys = new Set([
  'emulator',
  'loader',
  'kernel',
  'initrd',
  'dtb',
  'bootloader',
  'script',
  'downscript',
  'binary',
  'acpi_tables',
  'shim',
])

function pathsOf({ domain, paths, installation }: Resolved): Found[] {
  // Where a CD is fetched to is ours to say; what it is fetched from is among the images.
  const isFetched = (file: string) =>
    installation?.media.some((medium) => medium.url !== undefined && medium.file === file) ?? false
  const said = hostPathsSaid(domain, paths.stateDir).filter(({ file }) => !isFetched(file))
  return said.map(({ path, file, plain }) => {
    if (path.some((segment) => typeof segment === 'string' && programKeys.has(segment)))
      return { kind: 'program', path, text: `It runs or boots ${file} of the host` }
    if (plain.startsWith('/dev/')) return { kind: 'device', path, text: `The guest gets the device ${file}` }
    if (path[1] === 'filesystems')
      return {
        kind: 'folder',
        path,
        text: `The guest sees the folder ${file}${isReadonly(domain, path) ? ', read-only' : ' and may write in it'}`,
      }
    return { kind: 'file', path, text: `It opens ${file}` }
  })
}

function isReadonly({ devices }: Domain, path: Path): boolean {
  return devices?.filesystems?.[Number(path[2])]?.readonly === true
}

/** XML that no field holds goes to libvirt as it is. */
function keptOf(domain: Domain): Found[] {
  return listKept(domain)
    .filter(({ kind, text }) => kind !== 'comment' && !text.startsWith('<qemu:') && !text.startsWith('xmlns'))
    .map(({ path, text }) => ({ kind: 'xml', path, text: `libvirt gets ${text}` }))
}
