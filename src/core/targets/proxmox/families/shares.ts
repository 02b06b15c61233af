/** Directories of the node that the guest sees: `virtiofs0: NAME,cache=auto`. PVE::QemuServer::Virtiofs. */
import type { Filesystem } from '../../../domain/index.ts'
import type { Reading } from '../reading.ts'
import { flag } from '../words/codec.ts'
import { type Pair, readPropertyList } from '../words/property-list.ts'
import type { Writing } from '../writing.ts'
import { addBacking } from './memory.ts'
import { homeOfRoot } from './volumes.ts'

const mostShares = 9
/** `pve-configid`: the name of a directory mapping, which is the tag of the mount, too. */
const nameForm = /^[a-z][\w-]{1,127}$/i

export function readShares(reading: Reading): void {
  for (const { key, value } of reading.takeNumbered('virtiofs', mostShares)) {
    const list = readPropertyList(value, 'dirid')
    const name = list.takeAs('dirid', (text) => (nameForm.test(text) ? text : undefined))
    if (name === undefined) {
      reading.keep(key, value)
      continue
    }
    const path = reading.vm.directories.get(name)
    if (path === undefined)
      reading.advise(
        'proxmox.elsewhere',
        key,
        `The path of ${name} stands in the directory mappings of the cluster: \`pvesh get /cluster/mapping/dir/${name}\` prints it. Say it as the source of the share.`,
      )
    const cache = list.takeAs('cache', (text) =>
      text === 'always' ? 'always' : text === 'never' ? 'none' : undefined,
    )
    const xattr = list.takeAs('expose-xattr', (text) => (flag.read(text) === true ? 'on' : undefined))
    reading.add('filesystems', {
      type: 'mount',
      accessmode: 'passthrough',
      driver: { type: 'virtiofs' },
      ...(cache === undefined && xattr === undefined
        ? {}
        : {
            binary: { ...(cache === undefined ? {} : { cache }), ...(xattr === undefined ? {} : { xattr }) },
          }),
      ...(path === undefined ? {} : { source: { dir: path } }),
      target: { dir: name },
    })
    reading.keepLeft(key, list)
    addBacking(reading, { source: { type: 'memfd' }, access: { mode: 'shared' } })
  }
}

export function sayShares(writing: Writing): void {
  let number = 0
  for (const share of writing.domain.devices?.filesystems ?? []) {
    const { source, target, driver } = share
    if (driver?.type !== 'virtiofs' || source?.dir === undefined || number > mostShares) continue
    const name = nameOf(target?.dir ?? '', writing)
    writing.directories.set(name, homeOfRoot(source.dir))
    writing.sayList(`virtiofs${number}`, [['dirid', name], ...cacheOf(share)], 'dirid')
    number += 1
  }
}

function cacheOf({ binary }: Filesystem): Pair[] {
  const cache = binary?.cache === 'always' ? 'always' : binary?.cache === 'none' ? 'never' : undefined
  return [
    ...(cache === undefined ? [] : [['cache', cache] as const]),
    ...(binary?.xattr === 'on' ? [['expose-xattr', '1'] as const] : []),
  ]
}

/** The tag of the mount as a name of theirs. */
function nameOf(tag: string, { directories }: Writing): string {
  const name = tag.replaceAll(/[^\w-]+/g, '-').replace(/^[^a-z]+/i, '')
  return nameForm.test(name) && !directories.has(name) ? name : `share-${directories.size}`
}
