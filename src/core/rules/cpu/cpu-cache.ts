import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.cache',
  title: 'A cache mode that the CPU can’t have',
  source:
    "libvirt 11.3: \"CPU cache mode 'emulate' can only be used with level='3'\", \"CPU cache mode 'passthrough' can only be used with 'host-passthrough' / 'maximum' CPUs\", \"unsupported CPU cache level\"",
  *check({ cache, mode }) {
    if (cache?.mode === undefined) return
    const isHost = mode === 'host-passthrough' || mode === 'maximum'
    const wrong =
      cache.mode === 'emulate' && cache.level !== 3
        ? 'An emulated cache is of level 3.'
        : cache.mode === 'passthrough' && !isHost
          ? 'Only a CPU passed through from the host shows the host’s cache.'
          : cache.mode !== 'emulate' && cache.level !== undefined
            ? `A level is said with emulate only, not with ${cache.mode}.`
            : undefined
    if (wrong === undefined) return
    yield {
      at: ['cache'],
      message: `${wrong} Leave the cache out, and the CPU model decides.`,
      fix: { title: 'Leave the cache out' },
    }
  },
})
