import { describe, expect, it } from 'vitest'
import { renderXmlText } from '../domain/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { put } from './index.ts'

const design: Design = {
  name: 'lab',
  spec: {
    source: { kind: 'imported', disk_path: '/images/lab.qcow2' },
    ram: '4G',
    cpu: 2,
    cloud_init: { package: ['vim'] },
    ssh: { port: 2222 },
    libvirt: {
      devices: {
        filesystems: [{ driver: { type: 'virtiofs' }, source: { dir: '/srv' }, target: { dir: 'srv' } }],
      },
    },
  },
}

/** What becomes of the design when its XML is changed by hand. */
function edited(change: (xml: string) => string): Design {
  const text = change(renderXmlText(resolve(design, undefined).domain))
  const domain = readDomainXml(text).domains[0]?.domain
  if (!domain) throw new Error('the changed text holds no domain')
  const followed = put(design, domain, undefined).design
  // Whatever words it finds: the design means what the text says.
  expect(renderXmlText(resolve(followed, undefined).domain)).toBe(text)
  return followed
}

describe('put', () => {
  it('keeps the design when the text means the same', () => {
    expect(edited((xml) => xml).spec).toBe(design.spec)
  })

  it('says a change where the author said it', () => {
    expect(edited((xml) => xml.replaceAll('>4096<', '>6144<')).spec).toEqual({ ...design.spec, ram: '6G' })
    expect(edited((xml) => xml.replace('>2</vcpu>', '>8</vcpu>')).spec).toEqual({ ...design.spec, cpu: 8 })
    const share = edited((xml) => xml.replace("dir='/srv'", "dir='/data'"))
    expect(share.spec.libvirt?.devices?.filesystems?.[0]).toMatchObject({
      source: { dir: '/data' },
    })
    expect(share.spec.cloud_init?.package).toEqual(['vim'])
  })

  it('renames, and leaves out what is taken away', () => {
    expect(edited((xml) => xml.replace('<name>lab<', '<name>den<')).name).toBe('den')
    const left = edited((xml) => xml.replace(/ *<on_crash>.*\n/, ''))
    expect(left.spec).toEqual({
      ...design.spec,
      libvirt: { ...design.spec.libvirt, leave_out: ['on_crash'] },
    })
  })

  it('keeps what XML says nothing of when the machine is another one', () => {
    const other = "<domain type='kvm'>\n  <name>other</name>\n  <memory unit='MiB'>512</memory>\n</domain>\n"
    const followed = edited(() => other)
    expect(followed.name).toBe('other')
    expect(followed.spec.cloud_init?.package).toEqual(['vim'])
  })
})
