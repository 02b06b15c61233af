import { leftOut } from '../support/left-out.ts'
import { isArm, isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('clock', {
  id: 'clock.timer',
  title: 'A timer that the guest can’t have, or not so',
  source:
    'libvirt 11.3: "unsupported timer type (name) \'platform\'", "unsupported pit tickpolicy \'merge\'", "unsupported rtc timer tickpolicy \'merge\'", "hpet timer is not supported by this architecture", "Configuring the \'kvmclock\' timer is not supported for virtType=qemu arch=aarch64"; QEMU 10.0 of kvmclock that is off: "Property \'cortex-a15-arm-cpu.kvmclock\' not found"; its schema for catchup and hypervclock',
  *check({ timers = [] }, context) {
    for (const [index, timer] of timers.entries()) {
      const { name = '', tickpolicy } = timer
      const path = ['timers', index]
      const isThere = timer.present !== 'no'
      if (
        name === 'platform' ||
        ((isThere || name === 'kvmclock') && isArm(context) && ofPc.has(name)) ||
        (name === 'armvtimer' && (isX86(context) || context.domain.type === 'qemu'))
      )
        yield leftOut(path, `${context.domain.os?.arch ?? 'This'} guests have no timer ${name}.`, 'the timer')
      else if (tickpolicy !== undefined && !(policies[name] ?? [tickpolicy]).includes(tickpolicy))
        yield leftOut(
          [...path, 'tickpolicy'],
          `The timer ${name} knows ${policies[name]?.join(', ') || 'no policy'} for missed ticks, not ${tickpolicy}.`,
          'the policy',
        )
      else if (timer.catchup !== undefined && tickpolicy !== 'catchup')
        yield leftOut([...path, 'catchup'], 'How ticks are caught up counts with the policy catchup.')
    }
  },
})

const ofPc: ReadonlySet<string> = new Set(['hpet', 'pit', 'hypervclock', 'tsc', 'kvmclock'])

/** qemuValidateDomainDefClockTimers; the schema for the last two. */
const policies: Readonly<Record<string, readonly string[]>> = {
  rtc: ['catchup', 'delay'],
  pit: ['catchup', 'delay', 'discard'],
  hypervclock: [],
  kvmclock: [],
}
