/** The part tuning of the page. */
import type { Catalogue } from '../../catalogue.ts'

export const tuning: Catalogue = {
  Clock: 'Uhr',
  timer: 'Zeitgeber',
  'The timers that QEMU has by itself': 'Die Zeitgeber, die QEMU von selbst hat',
  Limits: 'Grenzen',
  'On the host, against other VMs. Where the vCPUs run is with the CPU.':
    'Auf dem Host, gegenüber anderen VMs. Wo die vCPUs laufen, steht bei der CPU.',
  'NUMA nodes': 'NUMA-Knoten',
  'How strictly': 'Wie streng',
  'CPU time and schedulers': 'CPU-Zeit und Scheduler',
  'Memory limits': 'Speichergrenzen',
  NUMA: 'NUMA',
  'cgroup and fabric': 'cgroup und Fabric',
  'Hypervisor features': 'Funktionen des Hypervisors',
  'More features': 'Weitere Funktionen',
  'What happens': 'Was geschieht',
  'When the guest switches itself off, reboots, or crashes.':
    'Wenn der Gast sich ausschaltet, neu startet oder abstürzt.',
  Sleep: 'Schlafen',
  'Windows guest': 'Windows-Gast',
  'Hyper-V enlightenments, the clock in local time and the timers that Windows keeps time by, in one step. What is said otherwise stays.':
    'Hyper-V-Erweiterungen, die Uhr in Ortszeit und die Zeitgeber von Windows, in einem Schritt. Was anders gesagt ist, bleibt.',
  'Hyper-V enlightenments, local time, timers for Windows.':
    'Hyper-V-Erweiterungen, Ortszeit, Zeitgeber für Windows.',
  'prepare for Windows': 'für Windows vorbereiten',
  'take Windows settings away': 'Windows-Einstellungen wegnehmen',
  'not there': 'nicht da',
}
