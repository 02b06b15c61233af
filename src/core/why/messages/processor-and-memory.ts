/** KVM, the processor, memory, huge pages, NUMA. */
import type { CauseTable } from '../cause.ts'

export const processorMessages = {
  'host.kvm-missing': {
    by: 'libvirt',
    says: [
      "Emulator '{emulator}' does not support virt type 'kvm'",
      'could not find capabilities for domaintype=kvm',
      'invalid argument: could not find capabilities for arch={arch} domaintype=kvm',
      'Domain requires KVM, but it is not available. Check that virtualization is enabled in the host BIOS, and host configuration is setup to load the kvm modules.',
      'Could not access KVM kernel module: No such file or directory',
      'failed to initialize kvm: No such file or directory',
      'KVM is not available. This may mean the KVM package is not installed, or the KVM kernel modules are not loaded.',
      'invalid accelerator kvm',
      'kvm: disabled by bios',
      'kvm: support for {} disabled by bios',
      'kvm_intel: VMX not enabled (by BIOS) in MSR_IA32_FEAT_CTL on CPU {#}',
      'kvm_amd: SVM not supported by CPU {#}, not amd or hygon',
    ],
    cause:
      'KVM is not there: virtualisation (VT-x, SVM) is off in the firmware setup of the host, its module is not loaded, or the host is itself a VM without nested virtualisation. The type qemu runs without it, many times slower.',
    run: "grep -c -w -E 'vmx|svm' /proc/cpuinfo; sudo modprobe -a kvm_intel kvm_amd; ls -l /dev/kvm",
    at: 'type',
  },
  'why.kvm-denied': {
    by: 'QEMU',
    says: [
      'Could not access KVM kernel module: Permission denied',
      'failed to initialize kvm: Permission denied',
    ],
    cause: 'The one who runs QEMU may not open /dev/kvm: join the group kvm, and log in anew.',
    run: 'sudo usermod -aG kvm "$USER"; ls -l /dev/kvm',
  },
  'why.kvm-busy': {
    by: 'QEMU',
    says: [
      'ioctl(KVM_CREATE_VM) failed: 16 Device or resource busy',
      'failed to initialize kvm: Device or resource busy',
      'kvm: enabling virtualization on CPU{#} failed',
    ],
    cause:
      'Another hypervisor holds the processor’s virtualisation, mostly VirtualBox or VMware. Shut its VMs down; only one kind can run at a time.',
    run: 'lsmod | grep -e vboxdrv -e vmmon -e kvm',
  },
  'why.kvm-other-architecture': {
    by: 'QEMU',
    says: ["unable to find CPU model 'host'", "CPU model 'host' requires KVM or HVF"],
    cause:
      'A guest of another architecture than the host’s is emulated, and so is every guest without KVM: it has no CPU of the host. Take the type qemu and the CPU mode maximum.',
    at: 'cpu',
  },
  'why.kvm-entry-failed': {
    by: 'QEMU',
    says: [
      'KVM: entry failed, hardware error {code}',
      'KVM internal error. Suberror: {code#}',
      'kvm run failed {reason}',
      'error: kvm run failed Bad address',
      'error: kvm run failed Invalid argument',
    ],
    cause:
      'The processor refused to run the guest. Mostly a CPU feature that the host does not have, nested virtualisation, or a guest kernel that runs outside of its memory: try the CPU mode host-passthrough, then one vCPU.',
    run: 'sudo dmesg | grep -i kvm | tail',
    at: 'cpu',
  },
  'host.cpu-model': {
    by: 'libvirt',
    says: [
      'the CPU is incompatible with host CPU: Host CPU does not provide required features: {features}',
      'the CPU is incompatible with host CPU',
      "guest CPU doesn't match specification: missing features: {features}",
      "guest CPU doesn't match specification: extra features: {features}",
      "host doesn't support requested feature: {features}",
      "TCG doesn't support requested feature: {features}",
      'Host CPU does not provide required features: {features}',
    ],
    cause:
      'The host’s processor lacks what the CPU of the guest promises: {features}. Take host-passthrough or host-model, or a model that the host has.',
    run: 'virsh -c qemu:///system domcapabilities | grep -A 40 "<mode name=\'custom\'"',
    at: 'cpu',
  },
  'cpu.model-unknown': {
    by: 'libvirt',
    says: [
      'Unknown CPU model {model}',
      'cannot translate CPU model {model} to a supported model',
      "CPU model '{model}' not supported by hypervisor",
      "unable to find CPU model '{model}'",
    ],
    at: 'cpu.model',
  },
  'cpu.feature-unknown': {
    by: 'libvirt',
    says: [
      'unknown CPU feature: {feature}',
      "can't apply global {}-cpu.{feature}={}: Property '{}' not found",
      "Property '{}-cpu.{feature}' not found",
    ],
    at: 'cpu.features',
  },
  'cpu.passthrough-emulated': {
    by: 'libvirt',
    says: ["CPU mode 'host-passthrough' for {guest} domain on {host} host is not supported by hypervisor"],
    at: 'cpu.mode',
  },
  'cpu.host-model-emulated': {
    by: 'libvirt',
    says: ["CPU mode 'host-model' for {guest} domain on {host} host is not supported by hypervisor"],
    at: 'cpu.mode',
  },
  'why.cpu-mode-custom': {
    by: 'libvirt',
    says: [
      "CPU mode 'custom' for {guest} domain on {host} host is not supported by hypervisor",
      "CPU mode 'maximum' for {guest} domain on {host} host is not supported by hypervisor",
    ],
    cause:
      'QEMU on this host has no such CPU for a guest of {guest}. Leave the mode out, or take host-passthrough on the same architecture with KVM.',
    at: 'cpu.mode',
  },
  'why.tsc': {
    by: 'libvirt',
    says: [
      "host doesn't support invariant TSC",
      'Requested TSC frequency {} Hz is outside tolerance range ({}) around host frequency {} Hz and TSC scaling is not supported by the host',
      'TSC frequency mismatch between VM ({} kHz) and host ({} kHz), and TSC scaling unavailable',
    ],
    cause:
      'The guest is to have a clock of another frequency than the host’s, or one that never changes, and the host can’t give it. Leave the frequency of the timer tsc out.',
    at: 'clock.timers',
  },
  'why.apic-id': {
    by: 'QEMU',
    says: [
      'APIC ID {id#} requires x2APIC feature in CPU',
      'Try x2apic=on in -cpu.',
      'current -smp configuration requires kernel irqchip and X2APIC API support.',
      'more than {vcpus#} vCPUs require extended interrupt mode enabled on the iommu device',
      'more than {vcpus#} vCPUs are only supported on q35-based machine types',
    ],
    cause:
      'So many vCPUs need interrupts with longer numbers: the CPU feature x2apic, and on q35 an Intel IOMMU with interrupt remapping and eim.',
    at: 'vcpu',
  },
  'host.vcpus': {
    by: 'QEMU',
    says: [
      'Number of SMP cpus requested ({vcpus#}) exceeds the recommended cpus supported by KVM ({most#})',
      'Number of SMP CPUs requested ({vcpus#}) exceeds the maximum cpus supported by KVM ({most#})',
      'Number of hotpluggable cpus requested ({vcpus#}) exceeds the maximum cpus supported by KVM ({most#})',
      'Maximum CPUs greater than specified machine type limit {most#}',
      "Invalid SMP CPUs {vcpus#}. The max CPUs supported by machine '{machine}' is {most#}",
      "Number of SMP CPUs requested ({vcpus#}) exceeds max CPUs supported by machine '{machine}' ({most#})",
    ],
    cause: 'The machine or KVM on this host takes {most} vCPUs at most. Take fewer.',
    at: 'vcpu',
  },
  'why.out-of-memory': {
    by: 'QEMU',
    says: [
      "cannot set up guest memory '{memory}': Cannot allocate memory",
      "cannot set up guest memory '{memory}': Invalid argument",
      'Out of memory: Killed process {} (qemu-system-{})',
      'oom-kill:{}task=qemu-system-{}',
      'Memory cgroup out of memory: Killed process {} (qemu-system-{})',
      'qemu_mprotect__osdep: mprotect failed: Cannot allocate memory',
    ],
    cause:
      'The host has not enough free memory for the guest, or does not promise it more than it has. Give the guest less, or end something.',
    run: 'free -h; sysctl vm.overcommit_memory',
    at: 'memory',
  },
  'host.hugepages': {
    by: 'QEMU',
    says: [
      'os_mem_prealloc: Insufficient free host memory pages available to allocate guest RAM',
      'qemu_prealloc_mem: preallocating memory failed: Bad address',
      'Insufficient free host memory pages available to allocate guest RAM',
    ],
    cause:
      'The host has fewer free huge pages than the guest has memory. Reserve them, best at its start, before memory is in pieces.',
    run: 'grep -i huge /proc/meminfo; sudo sysctl vm.nr_hugepages=NUMBER',
    at: 'memory_backing.hugepages',
  },
  'why.hugetlbfs': {
    by: 'libvirt',
    says: [
      'hugetlbfs filesystem is not mounted or disabled by administrator config',
      'Unable to find any usable hugetlbfs mount for {size#} KiB',
      'unable to create hugepage path {path}',
    ],
    cause:
      'libvirt found no mounted hugetlbfs for pages of this size, or is told not to use one (hugetlbfs_mount in qemu.conf). A session has none.',
    run: 'mount | grep hugetlbfs; sudo mount -t hugetlbfs hugetlbfs /dev/hugepages; sudo systemctl restart libvirtd',
    at: 'memory_backing.hugepages',
  },
  'why.numad': {
    by: 'libvirt',
    says: ['Failed to query numad for the advisory nodeset'],
    cause:
      'The vCPUs or the memory are to be placed automatically, which numad does, and it is not installed. Place them yourself, or install it.',
    install: 'numad',
    at: 'vcpu.placement',
  },
  'numatune.nodeset': {
    by: 'libvirt',
    says: [
      'NUMA node {node#} is unavailable',
      'cannot bind memory to host NUMA nodes: {}',
      'cannot bind memory to host NUMA nodes: Invalid argument',
      "NUMA isn't available on this host",
    ],
    cause: 'The host has no such NUMA node. numactl shows which it has; most desktops have node 0 alone.',
    run: 'numactl --hardware',
    at: 'numatune',
  },
  'cpu.beyond-host': {
    by: 'libvirt',
    says: [
      'cannot set CPU affinity on process {process#}: Invalid argument',
      "Invalid value '{cpus}' for 'cpuset.cpus': Invalid argument",
      "Unable to write to '{path}/cpuset.cpus': {}",
      "Invalid value '{cpus}' for 'cpuset.cpus': Permission denied",
      "Unable to write to '{}cpuset.cpus'",
    ],
    cause:
      'A vCPU or the emulator is pinned to a CPU that the host does not have, that is switched off, or that systemd keeps for others. lscpu -e shows them.',
    run: 'lscpu -e; cat /sys/fs/cgroup/cpuset.cpus.effective',
    at: 'cputune',
  },
  'host.needs-system': {
    by: 'libvirt',
    says: [
      'Cannot set scheduler parameters for pid {}: Operation not permitted',
      'Memory tuning is not available in session mode',
      'Block I/O tuning is not available in session mode',
    ],
    cause: 'A session of a person can’t do this: it takes qemu:///system.',
    run: 'virsh -c qemu:///system define FILE.xml',
  },
  'why.cgroup': {
    by: 'libvirt',
    says: [
      "Unable to write to '/sys/fs/cgroup/{}': {}",
      'cgroup CPU controller is not mounted',
      'Unable to find cgroup for {}',
      'Failed to create controller {} for group: {}',
      "Cannot find 'cpu' cgroup controller mount",
      "Invalid value '{}' for '{}': Operation not permitted",
    ],
    cause:
      'The cgroup that limits and places the VM is not there: its controller is off, libvirt runs in a container, or an update of systemd wants libvirt restarted.',
    run: 'sudo systemctl restart libvirtd virtqemud; cat /sys/fs/cgroup/cgroup.controllers',
  },
  'why.scheduler': {
    by: 'libvirt',
    says: [
      'Scheduler priority {priority#} out of range [1, 99]',
      'Cannot set scheduler parameters for pid {}: {}',
    ],
    cause: 'fifo and rr take a priority from 1 to 99.',
    at: 'cputune',
  },
} as const satisfies CauseTable
