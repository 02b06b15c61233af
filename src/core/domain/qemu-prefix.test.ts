import { expect, test } from 'vitest'
import { parseXml } from '../xml/index.ts'
import { readDomainElement } from './namespace.ts'
import { renderXmlText } from './render-xml.ts'

const namespace = 'http://libvirt.org/schemas/domain/qemu/1.0'

function read(xml: string) {
  const { root } = parseXml(xml)
  return root ? readDomainElement(root, xml) : {}
}

const forms = {
  'no prefix': `<domain type='qemu'><commandline xmlns='${namespace}'><arg value='-S'/><env name='A'/></commandline></domain>`,
  'a prefix of the element': `<domain type='qemu'><q:commandline xmlns:q='${namespace}'><q:arg value='-S'/><q:env name='A'/></q:commandline></domain>`,
  'a prefix of each element': `<domain type='qemu'><q:commandline xmlns:q='${namespace}'><r:arg xmlns:r='${namespace}' value='-S'/><q:env name='A'/></q:commandline></domain>`,
  'a prefix of the domain': `<domain type='qemu' xmlns:q='${namespace}'><q:commandline><q:arg value='-S'/><q:env name='A'/></q:commandline></domain>`,
  'the usual prefix, declared where it is used': `<domain type='qemu'><qemu:commandline xmlns:qemu='${namespace}'><qemu:arg value='-S'/><qemu:env name='A'/></qemu:commandline></domain>`,
  'the usual prefix beside an element': `<domain type='qemu' xmlns:qemu='${namespace}'><commandline xmlns='${namespace}'><arg value='-S'/><env name='A'/></commandline></domain>`,
}

test.each(Object.entries(forms))('%s is read as QEMU’s', (_, xml) => {
  const domain = read(xml)
  expect(domain).toMatchObject({ qemu_arguments: [{ value: '-S' }], qemu_environment: [{ name: 'A' }] })
  const written = renderXmlText(domain)
  expect(written).toContain(`xmlns:qemu='${namespace}'`)
  expect(read(written)).toMatchObject({
    qemu_arguments: [{ value: '-S' }],
    qemu_environment: [{ name: 'A' }],
  })
})

test.each([
  `<domain type='qemu'><commandline xmlns='http://example.org/'><arg value='-S'/></commandline></domain>`,
  `<domain type='qemu'><commandline><arg value='-S'/></commandline></domain>`,
  `<domain type='qemu' xmlns:qemu='http://example.org/'><commandline xmlns='${namespace}'><arg value='-S'/></commandline></domain>`,
  `<domain type='qemu'><q:commandline xmlns:q='${namespace}'><q:else/></q:commandline></domain>`,
  `<domain type='qemu'><q:commandline xmlns:q='${namespace}'><arg value='-S'/></q:commandline></domain>`,
])('%s stays as it is', (xml) => {
  const domain = read(xml)
  expect(domain.qemu_arguments).toBeUndefined()
  expect(renderXmlText(domain)).toContain(xml.slice(xml.indexOf('>') + 1, xml.indexOf('</domain>')))
})
