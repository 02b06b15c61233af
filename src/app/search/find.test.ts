import { expect, test } from 'vitest'
import { everyAction } from '../actions/every-action.ts'
import { vmDocument } from '../store.ts'
import { actionWords } from './action-words.ts'
import { find } from './find.ts'
import { settings } from './settings.ts'
import { synonyms } from './synonyms.ts'
import { peoplesWords } from './words.test-data.ts'

const idsOf = (query: string) => find(query).map(({ id }) => id)

test.each(peoplesWords)('“%s” leads to %s', (query, first) => {
  expect(idsOf(query)[0]).toBe(first)
})

test('another place that the same word may mean is among the first three', () => {
  expect(idsOf('gpu').slice(0, 3)).toContain('libvirt.devices.video')
  expect(idsOf('usb stick').slice(0, 3)).toContain('libvirt.devices.redirdev')
  expect(idsOf('iso').slice(0, 3)).toContain('libvirt.devices.disks')
  expect(idsOf('ssh').slice(0, 3)).toContain('ssh.user')
  expect(idsOf('import').slice(0, 3)).toContain('source.disk_path')
  expect(idsOf('clipboard').slice(0, 3)).toContain('libvirt.devices.channels')
})

test('every synonym leads to a field or a part that there is', () => {
  const known = new Set([...settings().map(({ id }) => id), ...everyAction().map(({ action }) => action.id)])
  const lost = Object.values(synonyms)
    .flat()
    .filter(([to]) => !known.has(to))
  expect(lost).toEqual([])
})

test('every synonym stands in the part that its field is in', () => {
  const partOfSetting = new Map(settings().map(({ id, part }) => [id, part]))
  const titles = new Map(everyAction().map(({ action }) => [action.id, action.label]))
  const astray = Object.entries(synonyms).flatMap(([part, rows]) =>
    rows.filter(([to]) => (partOfSetting.get(to) ?? titles.get(to)) !== titles.get(`part-${part}`)),
  )
  expect(astray).toEqual([])
})

test('every action that words are for is there', () => {
  const known = new Set(everyAction().map(({ action }) => action.id))
  expect(Object.keys(actionWords).filter((id) => !known.has(id))).toEqual([])
})

test('fields are found by label, XML name, YAML key, help and the words that they may say, the label first', () => {
  expect(idsOf('memory')[0]).toBe('ram')
  expect(idsOf('vgamem')[0]).toBe('libvirt.devices.video.0.vgamem')
  expect(idsOf('3d')).toContain('libvirt.devices.video.0.accel3d')
  expect(idsOf('bridge')).toContain('network.bridge')
  expect(idsOf('cirrus')[0]).toBe('libvirt.devices.video.0.model')
  expect(idsOf('xyzzy')).toEqual([])
  expect(idsOf('  ')).toEqual([])
})

test('a value that the design says leads to its field', () => {
  vmDocument.change(
    ['libvirt', 'devices', 'disks'],
    [{ source: { file: '/srv/a.qcow2' } }, { source: { file: '/srv/films.iso' } }],
    'two disks',
  )
  const [found] = find('films')
  expect(found?.id).toBe('libvirt.devices.disks.1.source.file')
  expect(found?.name).toBe('/srv/films.iso')
  found?.go()
  expect(vmDocument.store.getState().wanted).toEqual(['libvirt', 'devices', 'disks', 1, 'source', 'file'])
})

test('presets, outputs and actions are among what is found, with the reason why one can’t be done', () => {
  expect(idsOf('looking glass')).toContain('preset-looking-glass')
  expect(idsOf('cloud-init')).toContain('tab-cloud-init')
  expect(find('redo')[0]).toMatchObject({ id: 'redo', disabledReason: 'There is nothing to redo' })
})
