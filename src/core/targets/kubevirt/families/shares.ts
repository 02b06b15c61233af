/** Shared directories: `domain.devices.filesystems`, each a claim of the cluster by virtiofs. */

import { isLabel, joinedLabel } from '../../labels.ts'
import { type Reading, ways } from '../reading.ts'
import { flag, text } from '../words/codec.ts'
import type { Writing } from '../writing.ts'

const way = [...ways.devices, 'filesystems']

export function readShares(reading: Reading): void {
  for (const hand of reading.vm.takeItems(way)) {
    const name = text.read(hand.peek(['name']))
    if (typeof name !== 'string' || !hand.takePresence(['virtiofs'])) continue
    const volume = reading.takeVolume(name)
    const claim = volume?.takeAs(['persistentVolumeClaim', 'claimName'], text.read)
    const readonly = volume?.takeAs(['persistentVolumeClaim', 'readOnly'], flag.read)
    reading.add('filesystems', {
      type: 'mount',
      accessmode: 'passthrough',
      driver: { type: 'virtiofs' },
      source: { dir: `/srv/${typeof claim === 'string' ? claim : name}` },
      target: { dir: name },
      ...(readonly === true ? { readonly } : {}),
    })
    if (reading.context.data === undefined)
      reading.advise(
        'kubevirt.elsewhere',
        `The share ${name} is a volume of the cluster: /srv/${typeof claim === 'string' ? claim : name} stands for a directory of the host with its files.`,
      )
    reading.keepItem(way, name, hand)
    if (volume !== undefined) reading.keepItem([...ways.template, 'volumes'], name, volume)
  }
  if (reading.devices['filesystems'] !== undefined)
    reading.say({ memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } })
}

export function sayShares(writing: Writing): void {
  for (const [index, share] of (writing.domain.devices?.filesystems ?? []).entries()) {
    const tag = share.target?.dir ?? ''
    const dir = share.source?.dir
    const isShare = (share.type ?? 'mount') === 'mount' && share.driver?.type === 'virtiofs'
    // The tag is the name of the share, and that of a volume.
    if (!isShare || dir === undefined || !isLabel(tag)) continue
    const name = writing.nameFor(undefined, tag)
    if (name !== tag) continue
    const claimName = joinedLabel(writing.name, name)
    const readOnly = share.readonly === true ? { readOnly: true } : {}
    writing.addDevice('filesystems', { name, virtiofs: {} }, ['devices', 'filesystems', index])
    writing.volumes.push({ name, persistentVolumeClaim: { claimName, ...readOnly } })
    writing.folders.set(claimName, dir)
  }
}
