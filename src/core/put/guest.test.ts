/** What follows from the system that runs in it is in the XML, and an edit of the XML goes against it in the author's name. */
import { expect, it, test } from 'vitest'
import { renderXmlText } from '../domain/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import { readSpecs, writeSpec } from '../spec/index.ts'
import { guestSystems } from '../systems/index.ts'
import { put } from './index.ts'

/** What is said beside the guest once the XML of a bare design is changed by hand. */
function edited(guest: string, change: (xml: string) => string) {
  const design = { name: 'lab', spec: { guest } }
  const before = renderXmlText(resolve(design, undefined).domain)
  const text = change(before)
  if (change !== same) expect(text).not.toBe(before)
  const domain = readDomainXml(text).domains[0]?.domain
  if (!domain) throw new Error('the changed text holds no domain')
  const followed = put(design, domain, undefined).design
  expect(renderXmlText(resolve(followed, undefined).domain)).toBe(text)
  // As a file it means the same: no default is left out that the system decides otherwise.
  const [read] = readSpecs(writeSpec(followed)).designs
  expect(renderXmlText(resolve(read ?? design, undefined).domain)).toBe(text)
  const { guest: kept, ...said } = followed.spec
  expect(kept).toBe(guest)
  return said
}

const same = (xml: string) => xml

test.each(guestSystems)('$id: its own XML says nothing new', ({ id }) => {
  expect(edited(id, same)).toEqual({})
})

it('takes out what the system gives', () => {
  expect(edited('windows-11', (xml) => xml.replace(/ *<tpm [\s\S]*<\/tpm>\n/, ''))).toEqual({
    libvirt: { devices: { tpm: [] } },
  })
  expect(edited('windows-11', (xml) => xml.replace(/ *<hyperv[\s\S]*<\/hyperv>\n/, ''))).toEqual({
    libvirt: { leave_out: ['features.hyperv'] },
  })
  expect(edited('windows-11', (xml) => xml.replace(/ *<timer name='pit'.*\n/, '')).libvirt).toMatchObject({
    clock: { timers: [{ name: 'rtc' }, { name: 'hpet' }, { name: 'hypervclock' }] },
  })
})

it('says in vm.yml’s own words what is there instead', () => {
  expect(edited('windows-11', (xml) => xml.replaceAll('>8192<', '>6144<'))).toEqual({ ram: '6G' })
  expect(edited('windows-11', (xml) => xml.replace("type='e1000e'", "type='virtio'"))).toEqual({
    network: { model: 'virtio' },
  })
  const bios = edited('home-assistant-os', (xml) =>
    xml.replace(" firmware='efi'", '').replace(/ *<firmware>[\s\S]*<\/firmware>\n/, ''),
  )
  expect(bios).toEqual({ firmware: 'bios' })
})
