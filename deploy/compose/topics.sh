#!/bin/sh
# Makes the topics of the corridor and of the demo tenant; what is there stays as it is.
set -eu
topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$server" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor 1
}
server=$1
for name in work.i2v work.r2v work.avatar work.scoring facts requests.demo control.demo turns.demo; do
  topic "callsheet.$name" 12
  topic "callsheet.$name.dlq" 3
done
