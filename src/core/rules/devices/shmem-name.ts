import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('shmem', {
  id: 'shmem.name',
  title: 'Shared memory with a slash in its name',
  source: 'libvirt 11.3: "shmem name cannot include \'/\' character"',
  check(shmem) {
    const name = shmem.name ?? ''
    if (!name.includes('/') && name !== '.' && name !== '..') return undefined
    const better = name.replaceAll('/', '-').replace(/^[-.]+/, '') || 'shared'
    return {
      at: ['name'],
      message: `The name ${name} of the shared memory becomes a file in /dev/shm and can’t hold a slash.`,
      fix: { title: `Call it ${better}`, value: better },
    }
  },
})
