// Stands in for a back end that Falcon names and the benchmark does not use.
export default class {}
