import { describe, expect, it } from 'vitest'
import { found } from '../../written-lines.test-helper.ts'
import { keptOf, lines, linesAgain, readLines } from '../read-lines.test-helper.ts'

describe('memory devices', () => {
  it('are dimms in slots', () => {
    const memory = [
      {
        model: 'dimm',
        target: { size: '512M', node: 0 },
        address: { type: 'dimm', slot: '1', base: '0x100000000' },
      },
      { model: 'dimm', target: { size: '1G' } },
    ] as const
    const expected = [
      '-object memory-backend-ram,id=memdimm1,size=512M',
      '-device pc-dimm,node=0,memdev=memdimm1,id=dimm1,slot=1,addr=4294967296',
      '-object memory-backend-ram,id=memdimm0,size=1024M',
      '-device pc-dimm,memdev=memdimm0,id=dimm0,slot=0',
    ]
    const isDimm = (line: string) => line.includes('dimm')
    expect(lines({ memory }).filter(isDimm)).toEqual(expected)
    expect(linesAgain({ memory }).filter(isDimm)).toEqual(expected)
  })

  it('keep their content in a file', () => {
    const memory = [
      {
        model: 'nvdimm',
        access: 'shared',
        source: { path: '/srv/nv', alignsize: '2M' },
        target: { size: '512M', node: 0, label: '128K', readonly: true },
      },
      { model: 'virtio-pmem', access: 'shared', source: { path: '/srv/pm' }, target: { size: '256M' } },
    ] as const
    const expected = [
      '-object memory-backend-file,id=memnvdimm0,mem-path=/srv/nv,share=on,prealloc=on,size=512M,align=2097152',
      '-device nvdimm,node=0,label-size=131072,unarmed=on,memdev=memnvdimm0,id=nvdimm0,slot=0',
      '-object memory-backend-file,id=memvirtiopmem0,mem-path=/srv/pm,share=on,size=256M',
      '-device virtio-pmem-pci,memdev=memvirtiopmem0,id=virtiopmem0',
    ]
    const isTheirs = (line: string) => /nvdimm0|pmem0/.test(line)
    expect(lines({ memory }).filter(isTheirs)).toEqual(expected)
    expect(linesAgain({ memory }).filter(isTheirs)).toEqual(expected)
  })

  it('grow and shrink', () => {
    const memory = [
      {
        model: 'virtio-mem',
        source: { nodemask: '1-3', pagesize: '2M' },
        target: { size: '2G', node: 0, block: '2M', requested: '1G', address: { base: '0x150000000' } },
      },
    ] as const
    const expected = [
      '-object memory-backend-memfd,id=memvirtiomem0,hugetlb=on,hugetlbsize=2M,share=off,size=2048M,host-nodes=1-3,policy=bind,reserve=off',
      '-device virtio-mem-pci,node=0,block-size=2097152,requested-size=1073741824,memdev=memvirtiomem0,prealloc=on,memaddr=5637144576,id=virtiomem0',
    ]
    const isTheirs = (line: string) => line.includes('virtiomem0')
    expect(lines({ memory }).filter(isTheirs)).toEqual(expected)
    expect(readLines(expected).memory).toEqual([
      {
        ...memory[0],
        access: 'private',
        source: { nodemask: '1,2,3', pagesize: '2M' },
      },
    ])
  })

  it('are the machine’s for SGX', () => {
    const memory = [{ model: 'sgx-epc', target: { size: '64M', node: 0 } }] as const
    const all = lines({ memory })
    expect(all[0]).toMatch(/^-machine .*sgx-epc\.0\.memdev=memepc0,sgx-epc\.0\.node=0/)
    expect(all).toContain('-object memory-backend-epc,id=memepc0,prealloc=on,size=64M')
    const back = readLines([
      '-machine q35,sgx-epc.0.memdev=memepc0,sgx-epc.0.node=0',
      '-object memory-backend-epc,id=memepc0,prealloc=on,size=64M',
    ])
    expect(back.memory).toEqual(memory)
  })

  it('say what they have no use for', () => {
    const memory = [{ model: 'dimm', target: { size: '1G', block: '2M' } }] as const
    expect(found({ devices: { memory } })).toContain('qemu.unsupported devices.memory.0.target.block')
  })

  it('stay as they are when libvirt would put the file elsewhere', () => {
    const options = ['-object memory-backend-file,id=m,mem-path=/srv/m,size=1G', '-device pc-dimm,memdev=m']
    expect(keptOf(options).join(' ')).toContain('memory-backend-file,id=m,mem-path=/srv/m,size=1G')
  })
})
