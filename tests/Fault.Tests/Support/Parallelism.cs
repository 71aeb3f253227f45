// Each of these tests needs the whole machine: what one of them starves, another one would take for a fault.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
