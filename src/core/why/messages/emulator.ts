/** QEMU itself: whether it is there, its machines, devices and features. */
import type { CauseTable } from '../cause.ts'

export const emulatorMessages = {
  'why.emulator-missing': {
    by: 'libvirt',
    says: [
      'Cannot check QEMU binary {path}: No such file or directory',
      'Cannot find suitable emulator for {arch}',
      "unable to find any emulator to serve '{arch}' architecture",
      'no emulator for domain {} os type {} on architecture {arch}',
      'could not find capabilities for arch={arch}',
      'could not get preferred machine for {path} type={type}',
      'Failed to probe capabilities for {path}: {}',
      '{path}: command not found',
    ],
    cause:
      'The QEMU for this guest is not installed, or not where the design says. Leave the emulator out and libvirt finds it.',
    install: 'qemu-system-x86_64',
    at: 'devices.emulator',
  },
  'why.virt-type': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support virt type '{type}'",
      "the accel '{type}' is not supported by '{path}' on this host",
      'unexpected domain type {type}, expecting one of these: {}',
      'unexpected domain type {type}',
    ],
    cause:
      'The QEMU on this host does not run domains of the type {type}: kvm runs with KVM, qemu without it. Install the package that brings this QEMU, or change the type.',
    at: 'type',
  },
  'machine.unknown': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support machine type '{machine}'",
      'unsupported machine type\nUse -machine help to list supported machines',
      "the machine '{machine}' is not supported by emulator '{path}'",
      'unsupported machine type: "{machine}"',
    ],
    cause:
      'The QEMU of this host has no machine {machine}: it is of another architecture, newer than this QEMU, or gone from it. pc, q35 and virt without a number always fit.',
    run: 'qemu-system-x86_64 -machine help',
    at: 'os.machine',
  },
  'machine.architecture-unknown': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support arch '{arch}'",
      "Emulator '{path}' does not support os type '{type}'",
    ],
    at: 'os.arch',
  },
  'why.option-of-newer-qemu': {
    by: 'QEMU',
    says: [
      "Property '{property}' not found",
      "Parameter '{option}' is unexpected",
      "Invalid parameter '{option}'",
      '-{option}: invalid option',
      "Property '{device}.{property}' not found",
      "Parameter '{option}' expects {}",
    ],
    cause:
      'QEMU does not know {option}{property}: the design says something for another version or another device. Take it out, or use a newer QEMU.',
    run: 'qemu-system-x86_64 --version',
  },
  'why.device-model': {
    by: 'QEMU',
    says: [
      "'{model}' is not a valid device model name",
      "Device '{model}' not found",
      "-device {model}: '{}' is not a valid device model name",
    ],
    cause:
      'This QEMU has no device {model}: it is of another machine, or in a package of its own that is not installed. Take another model, or install the package.',
    run: 'qemu-system-x86_64 -device help',
  },
  'why.qemu-module': {
    by: 'QEMU',
    says: [
      'Perhaps you want to install {package} package?',
      'Unable to load module {module}. Perhaps you want to install {package} package?',
      "Unknown protocol '{protocol}'",
      "Unknown driver '{driver}'",
      '{feature} support is disabled',
      '{feature} is not compiled into this binary',
      "-spice: There is no option group 'spice'",
      "Parameter 'type' does not accept value '{driver}'",
      "Parameter 'driver' does not accept value '{driver}'",
      'spice support is disabled',
    ],
    cause:
      'This part of QEMU is in a package of its own, or the distribution does not build it. Install the package, or leave the device out.',
    run: 'apt-cache search qemu-system-modules || dnf search qemu-kvm-block qemu-ui qemu-audio',
  },
  'host.words': {
    by: 'libvirt',
    says: [
      "domain configuration does not support video model '{model}'",
      "domain configuration does not support {} '{model}'",
    ],
    run: 'virsh -c qemu:///system domcapabilities',
  },
  'launch-security.host': {
    by: 'QEMU',
    says: [
      'sev_{}: failed to initialize ret={} fw_error={}',
      "SEV: Failed to open {} '{path}'",
      'sev_common_kvm_init: SEV guest support is not enabled',
      'S390 PV launch security is not supported by this host or kernel',
    ],
    at: 'launch_security',
  },
  'hyperv.needs': {
    by: 'QEMU',
    says: [
      'Hyper-V {enlightenment} requires {}',
      'Hyper-V enlightenments ({}) require {}',
      'Hyper-V synthetic timers requires {}',
      "kvm: Hyper-V {enlightenment} (requested by '{}' cpu flag) is not supported by kernel",
      'Hyper-V SynIC is not supported by kernel',
      'Hyper-V {} requires Hyper-V {}',
    ],
    at: 'features.hyperv',
  },
  'why.nested-hyperv': {
    by: 'QEMU',
    says: [
      "kvm: Hyper-V enlightened VMCS (requested by 'hv-evmcs' cpu flag) is not supported by kernel",
      "kvm_arch_put_registers: Assertion `ret == cpu->kvm_msr_buf->nmsrs' failed",
      'error: failed to set MSR {msr} to {value}',
    ],
    cause:
      'A feature of the processor that the guest was promised is not there on this host: evmcs and the MSRs of virtualisation exist on Intel with nested virtualisation alone. Leave them out.',
    at: 'features.hyperv',
  },
  'why.pv-spinlocks': {
    by: 'libvirt',
    says: ["host doesn't support paravirtual spinlocks"],
    cause: 'The feature pvspinlock is for KVM on a host that has it. Leave it out.',
    at: 'features.pvspinlock',
    fix: { title: 'Leave paravirtual spinlocks out', changes: [{ below: '' }] },
  },
  'why.qemu-crash': {
    by: 'QEMU',
    says: [
      "qemu-system-{program}: {}: Assertion `{}' failed.",
      'shutting down, reason=crashed',
      'Unexpected error in {}() at {}',
      'qemu-system-{program}[{}]: segfault at {}',
      'terminating on signal {signal#} from pid {process#} ({program})',
    ],
    cause:
      'QEMU ended itself or was ended. The lines before this one say why; where there are none, look for a newer QEMU.',
    run: 'sudo journalctl -b -g qemu --since -10min; sudo tail -n 40 /var/log/libvirt/qemu/NAME.log',
  },
} as const satisfies CauseTable
