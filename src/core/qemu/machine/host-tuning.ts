/** What libvirt does on the host around QEMU: each with the ordinary command. libvirt manual, CPU Tuning; Memory Tuning; Block I/O Tuning. */
import type { Domain } from '../../domain/index.ts'
import { adviceByHand, byHand, type Decisions } from '../decisions/index.ts'

const threads = 'The thread ids are in query-cpus-fast and query-iothreads of QMP, or in ps -T -p PID.'
const period = 'systemd-run --scope -p CPUQuota=…% -p CPUQuotaPeriodSec=…'

function ofThreads(what: string, which: string) {
  return byHand(`${what} is left out: write quota and period to cpu.max of a threaded cgroup for ${which}.`)
}

const cputuneDecisions: Decisions<NonNullable<Domain['cputune']>> = {
  shares: byHand('The weight is left out: start QEMU with systemd-run --scope -p CPUWeight=….'),
  global_period: byHand(`The period is left out: start QEMU with ${period}.`),
  global_quota: byHand(`The quota is left out: start QEMU with ${period}.`),
  period: ofThreads('The period of each vCPU', 'each thread'),
  quota: ofThreads('The quota of each vCPU', 'each thread'),
  emulator_period: ofThreads('The period of the emulator', 'its threads'),
  emulator_quota: ofThreads('The quota of the emulator', 'its threads'),
  iothread_period: ofThreads('The period of I/O threads', 'each thread'),
  iothread_quota: ofThreads('The quota of I/O threads', 'each thread'),
  vcpupin: byHand(
    `QEMU names its threads (CPU 0/KVM …): pin them with taskset -pc CPUS THREAD once it runs. ${threads}`,
  ),
  emulatorpin: byHand(
    'The emulator is not pinned: start QEMU with taskset -c CPUS, and pin the vCPUs once it runs.',
  ),
  iothreadpin: byHand(
    `I/O threads are not pinned: taskset -pc CPUS THREAD once QEMU runs (IO iothread1 …). ${threads}`,
  ),
  vcpusched: byHand(
    `vCPU threads keep the usual scheduler: chrt -p -r PRIORITY THREAD (-f fifo, -b batch, -i idle). ${threads}`,
  ),
  iothreadsched: byHand(
    `I/O threads keep the usual scheduler: chrt -p -r PRIORITY THREAD (-f fifo, -b batch, -i idle). ${threads}`,
  ),
  emulatorsched: byHand(
    'The emulator keeps the usual scheduler: start QEMU with chrt -r PRIORITY (-f fifo, -b batch, -i idle).',
  ),
  cachetune: byHand(
    'Caches are not shared out: make a group in /sys/fs/resctrl and write the thread ids to its tasks.',
  ),
  memorytune: byHand(
    'Memory bandwidth is not shared out: make a group in /sys/fs/resctrl and write the thread ids to its tasks.',
  ),
  energytune: byHand('Energy is not counted: use perf stat -e power/energy-pkg/ on the host.'),
}

const memtuneDecisions: Decisions<NonNullable<Domain['memtune']>> = {
  hard_limit: byHand('The limit is left out: start QEMU with systemd-run --scope -p MemoryMax=….'),
  soft_limit: byHand('The limit is left out: start QEMU with systemd-run --scope -p MemoryHigh=….'),
  min_guarantee: byHand('The guarantee is left out: start QEMU with systemd-run --scope -p MemoryMin=….'),
  swap_hard_limit: byHand(
    'The limit is left out: start QEMU with systemd-run --scope -p MemorySwapMax=…, which counts swap alone.',
  ),
}

const seclabel = byHand(
  'The security label is left out: QEMU runs as whoever starts it. Start it under the label with runcon or aa-exec, or let libvirt do it.',
)

export const hostTuningDecisions = {
  cputune: cputuneDecisions,
  memtune: memtuneDecisions,
  blkiotune: byHand(
    'Disk weights and limits are left out: start QEMU with systemd-run --scope -p IOWeight=… -p "IOReadBandwidthMax=DEVICE BYTES".',
  ),
  resource: {
    partition: byHand(
      'The resource partition is left out: start QEMU with systemd-run --scope --slice=… to put it into a cgroup.',
    ),
    fibrechannel: byHand(
      'The Fibre Channel id is left out: write it to appid_store in /sys/class/fc once QEMU runs.',
    ),
  },
  perf: adviceByHand(
    'Performance events are left out: count them with perf kvm stat or perf stat -p PID on the host.',
  ),
  seclabel,
  more_seclabels: seclabel,
} as const
