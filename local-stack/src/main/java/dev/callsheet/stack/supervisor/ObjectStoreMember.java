package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.ObjectStorePart;
import dev.callsheet.stack.media.SampleMedia;

/** S3Proxy with the bucket and the sample pictures. */
record ObjectStoreMember(House house) implements Member {
    @Override
    public Place place() {
        return Place.OBJECT_STORE;
    }

    @Override
    public Running start(Launcher launcher) {
        StateFolder folder = house.folder();
        ObjectStorePart store = ObjectStorePart.start(
                launcher, folder.data(place().label()), folder.log(place().label()), house.storeKeys());
        var samples = new SampleMedia(house.checkout());
        if (samples.available()) {
            try (var client = new ObjectStoreClient(house.storeKeys())) {
                samples.store(client);
            }
        }
        return new Running(store.process(), store::close);
    }
}
